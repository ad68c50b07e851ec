import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { CollectedMemory } from '../../support/collected-memory.ts';

/** A process of its own for what is measured or killed, with the environment of this one. It answers as memory-answers.ts does. */
export class OwnProcess {
  readonly #child: ChildProcess;
  /** What became of it: at its end, or killed. Rejects when it failed; its error stands on standard error. */
  readonly end: Promise<'done' | 'killed'>;

  constructor(file: string, job: object) {
    this.#child = fork(file, [JSON.stringify(job)], {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.end = once(this.#child, 'exit').then(([code, signal]) => {
      if (signal === 'SIGKILL') return 'killed';
      if (code === 0) return 'done';
      throw new Error(`${file} ended with ${signal ?? code}`);
    });
    this.end.catch(() => {}); // whoever waits for it has the error
  }

  /** What it holds now; undefined when it is at its end. */
  async memory(): Promise<CollectedMemory | undefined> {
    if (!this.#child.connected) return undefined;
    const answer = once(this.#child, 'message').then(([reading]) => reading as CollectedMemory);
    this.#child.send('memory');
    return Promise.race([answer, this.end.then(() => undefined)]);
  }

  /** At once, if it still runs. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.end.catch(() => {}); // it failed before, and whoever waited for it has the error
  }
}
