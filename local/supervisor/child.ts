import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync, type WriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Part } from './part.ts';

/** Milliseconds before a part that died is started again; doubles, and begins anew once it has run for long enough. */
const BACKOFF = { first: 200, most: 10_000, forgottenAfter: 10_000 };

export interface ChildOptions {
  /** holds run/<part>.pid and logs/<part>.log */
  readonly folder: string;
  readonly onLine: (part: string, line: string) => void;
  readonly onStart: (pid: number) => void;
  readonly onEnd: (pid: number) => void;
}

/** A part's process: started again with a growing delay whenever it ends by itself or is killed. */
export class Child {
  restarts = true;
  readonly part: Part;
  readonly #options: ChildOptions;
  readonly #log: WriteStream;
  #process: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #delay = BACKOFF.first;
  #startedAt = 0;
  #earlyEnds = 0;

  constructor(part: Part, options: ChildOptions) {
    this.part = part;
    this.#options = options;
    mkdirSync(join(options.folder, 'run'), { recursive: true });
    mkdirSync(join(options.folder, 'logs'), { recursive: true });
    this.#log = createWriteStream(join(options.folder, 'logs', `${part.name}.log`));
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** how often in a row its process ended soon after its start */
  get earlyEnds(): number {
    return this.#earlyEnds;
  }

  /** whether its process runs and answers */
  async isReady(): Promise<boolean> {
    return this.#process !== undefined && (await this.part.isReady(this.#startedAt));
  }

  start(): void {
    clearTimeout(this.#timer);
    if (this.#process) return;
    const { name, program, args, environment } = this.part;
    this.#startedAt = Date.now();
    // a group of its own: Ctrl-C reaches the supervisor alone, which ends the parts in their order
    const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => this.#write(line));
    if (child.pid !== undefined) {
      this.#options.onStart(child.pid);
      writeFileSync(this.#pidFile, `${child.pid}\n`);
    }
    child.once('error', (error) => this.#ended(`does not start: ${error.message}`));
    child.once('exit', (code, signal) => this.#ended(`ended (${signal ?? `exit code ${code}`})`));
    this.#write(`[supervisor] ${name} started, pid ${child.pid}`);
  }

  /** Ends the process with this signal and waits until it is gone; it is started again unless `restarts` is off. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Ends the process for good: SIGTERM, and SIGKILL after `patience` milliseconds. */
  async stop(patience: number): Promise<void> {
    this.restarts = false;
    clearTimeout(this.#timer);
    const stubborn = setTimeout(() => this.#process?.kill('SIGKILL'), patience);
    await this.kill('SIGTERM');
    clearTimeout(stubborn);
    await new Promise<void>((resolve) => this.#log.end(resolve));
  }

  get #pidFile(): string {
    return join(this.#options.folder, 'run', `${this.part.name}.pid`);
  }

  #ended(how: string): void {
    const pid = this.#process?.pid;
    if (pid !== undefined) this.#options.onEnd(pid);
    this.#process = undefined;
    rmSync(this.#pidFile, { force: true });
    this.#write(`[supervisor] ${this.part.name} ${how}`);
    const ranLong = Date.now() - this.#startedAt > BACKOFF.forgottenAfter;
    this.#earlyEnds = ranLong ? 0 : this.#earlyEnds + 1;
    if (!this.restarts) return;
    if (ranLong) this.#delay = BACKOFF.first;
    this.#timer = setTimeout(() => this.start(), this.#delay);
    this.#delay = Math.min(this.#delay * 2, BACKOFF.most);
  }

  #write(line: string): void {
    if (!this.#log.writableEnded) this.#log.write(`${new Date().toISOString()} ${line}\n`);
    this.#options.onLine(this.part.name, line);
  }
}
