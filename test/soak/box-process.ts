import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Broker } from '../support/edge/broker.ts';
import type { BoxRequest, Reading } from './box.ts';

/** The process of box.ts, as its parent has it. */
export class BoxProcess {
  readonly #child: ChildProcess;
  /** rejects */
  readonly #ended: Promise<never>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = once(child, 'exit').then(([code, signal]) => {
      throw new Error(`the box ended: ${signal ?? code}`);
    });
    this.#ended.catch(() => {}); // whoever asks it for something has the error
  }

  /** @param modemPort of the modem's line, on loopback */
  static async start(broker: Broker, thing: string, modemPort: number): Promise<BoxProcess> {
    const { certificates, port } = broker;
    const config = join(broker.folder, 'config.json');
    const cloud = { host: 'localhost', port, authority: certificates.authority, ...(await certificates.thing(thing)) };
    await writeFile(
      config,
      JSON.stringify({ thing, cloud, journalFolder: 'journal', modem: `tcp://127.0.0.1:${modemPort}` }),
    );
    const child = fork(join(import.meta.dirname, 'box.ts'), [config], {
      // the latter as bin/heraut-edge has it
      execArgv: ['--expose-gc', '--max-semi-space-size=1'],
      // its log, which is long
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new BoxProcess(child);
  }

  /** Lets time pass at the box. Resolves when nothing is being written any more. */
  async leap(ms: number): Promise<void> {
    await this.#ask({ leapMs: ms, read: false });
  }

  /** What it holds after a leap. */
  read(afterMs: number): Promise<Reading> {
    return this.#ask({ leapMs: afterMs, read: true });
  }

  async end(): Promise<void> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  async #ask(request: BoxRequest): Promise<Reading> {
    const answer = once(this.#child, 'message');
    this.#child.send(request);
    const [reading] = await Promise.race([answer, this.#ended]);
    return reading as Reading;
  }
}
