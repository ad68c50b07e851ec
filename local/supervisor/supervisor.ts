import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Child } from './child.ts';
import type { Part } from './part.ts';

/** Milliseconds: how often a part is asked whether it is ready, how long it may take, how long it may take to end. */
const POLL = 100;
const READY_WITHIN = 60_000;
const END_WITHIN = 4_000;
/** At its first start a part that ends as often as this right away will not get better by itself. */
const EARLY_ENDS = 5;

export interface SupervisorOptions {
  /** run/ and logs/ are kept in it */
  readonly folder: string;
  /** hears every line that a part prints */
  readonly onLine?: (part: string, line: string) => void;
}

/** Starts the parts, each when those that it needs are ready, starts again what dies, and leaves nothing behind at the end. */
export class Supervisor {
  readonly #children = new Map<string, Child>();
  readonly #firstReady = new Map<string, Promise<void>>();
  readonly #folder: string;
  readonly #onLine: (part: string, line: string) => void;
  readonly #pids = new Set<number>();
  #reaper: ChildProcess | undefined;
  #stopping = false;

  constructor({ folder, onLine = () => {} }: SupervisorOptions) {
    this.#folder = folder;
    this.#onLine = onLine;
    this.#startReaper();
  }

  /** Starts the part once those that it needs (added before it) are ready; resolves when it is ready itself. */
  add(part: Part): Promise<void> {
    const ready = this.#start(part);
    this.#firstReady.set(part.name, ready);
    return ready;
  }

  async #start(part: Part): Promise<void> {
    await Promise.all(part.needs.map((name) => this.#firstReady.get(name)));
    if (this.#stopping) throw new Error(`${part.name} was not started: the stack is stopping`);
    const child = new Child(part, {
      folder: this.#folder,
      onLine: this.#onLine,
      onStart: (pid) => {
        this.#pids.add(pid);
        this.#reaper?.stdin?.write(`+${pid}\n`);
      },
      onEnd: (pid) => {
        this.#pids.delete(pid);
        this.#reaper?.stdin?.write(`-${pid}\n`);
      },
    });
    this.#children.set(part.name, child);
    child.start();
    await this.ready(part.name, EARLY_ENDS);
  }

  /**
   * Resolves when the part answers.
   * @throws Error with the end of its log when it does not within a minute, or ended too often meanwhile
   */
  async ready(name: string, mostEarlyEnds = Number.POSITIVE_INFINITY): Promise<void> {
    const child = this.child(name);
    const deadline = Date.now() + READY_WITHIN;
    while (!(await child.isReady())) {
      if (this.#stopping) throw new Error(`${name} was not ready when the stack was stopped`);
      if (Date.now() > deadline)
        throw new Error(`${name} is not ready after ${READY_WITHIN / 1000} s.\n${await this.#endOfLog(name)}`);
      if (child.earlyEnds >= mostEarlyEnds) throw new Error(`${name} does not stay up.\n${await this.#endOfLog(name)}`);
      await pause(POLL);
    }
  }

  get names(): string[] {
    return [...this.#children.keys()];
  }

  child(name: string): Child {
    const child = this.#children.get(name);
    if (!child) throw new Error(`There is no part ${name}. There are: ${[...this.#children.keys()].join(', ')}.`);
    return child;
  }

  /** Ends every part: those first that need others. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const left = new Map(this.#children);
    while (left.size > 0) {
      const needed = new Set([...left.values()].flatMap((child) => child.part.needs));
      const next = [...left.keys()].filter((name) => !needed.has(name));
      await Promise.all(next.map((name) => left.get(name)?.stop(END_WITHIN)));
      for (const name of next) left.delete(name);
    }
    const reaper = this.#reaper;
    this.#reaper = undefined;
    reaper?.stdin?.end();
  }

  async #endOfLog(name: string): Promise<string> {
    const file = join(this.#folder, 'logs', `${name}.log`);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    return [`The end of ${file}:`, ...lines.slice(-10)].join('\n');
  }

  #startReaper(): void {
    const reaper = spawn(process.execPath, [join(import.meta.dirname, 'reaper.ts')], {
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
    });
    // a write to a reaper that just died; its successor gets all pids
    reaper.stdin.on('error', () => {});
    reaper.once('exit', () => {
      if (this.#reaper === reaper && !this.#stopping) this.#startReaper();
    });
    for (const pid of this.#pids) reaper.stdin.write(`+${pid}\n`);
    this.#reaper = reaper;
  }
}
