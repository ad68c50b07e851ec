import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { FakeCloud } from '../../edge/fake-cloud.ts';
import type { LifePlan } from './agent.ts';
import { DIED } from './death.ts';
import type { FromBox, ToBox } from './ipc-link.ts';

/** One process of the agent, from its start to its death. */
export class Life {
  /** what it did, in order: `after append submitting of part 1` */
  readonly passed: string[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #over = false;
  #died = false;

  /** @param program the bundled agent.ts */
  constructor(program: string, plan: LifePlan, cloud: FakeCloud) {
    const child = fork(program, [JSON.stringify(plan)], {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
    });
    this.#child = child;
    const lines = createInterface({ input: child.stdio[3] as Readable });
    lines.on('line', (line) => {
      if (line === DIED) this.#died = true;
      else this.passed.push(line);
    });
    this.#ended = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(() => {
      this.#over = true;
    });
    cloud.join(lineTo(child, cloud));
  }

  /** It has ended, and all that it did is known. */
  get isOver(): boolean {
    return this.#over;
  }

  get diedByPlan(): boolean {
    return this.#died;
  }

  /** SIGKILL, if it still lives. Rejects when it ended in any other way. */
  async kill(): Promise<void> {
    if (!this.#over) this.#child.kill('SIGKILL');
    await this.#ended;
    const { signalCode, exitCode } = this.#child;
    if (signalCode !== 'SIGKILL') throw new Error(`the agent ended with ${signalCode ?? exitCode}`);
  }
}

function lineTo(child: ChildProcess, cloud: FakeCloud) {
  const taking = new Map<number, () => void>();
  let delivered = 0;
  const send = (message: ToBox) => child.connected && child.send(message, () => {}); // it may just have died
  child.on('message', (message: FromBox) => {
    if ('taken' in message) {
      taking.get(message.taken)?.();
      taking.delete(message.taken);
    } else {
      send({ published: message.id });
      cloud.hear(message.publish);
    }
  });
  return {
    deliver(payload: string): Promise<void> {
      delivered += 1;
      const id = delivered;
      return new Promise((resolve) => {
        taking.set(id, resolve);
        send({ deliver: payload, id });
      });
    },
    connected() {},
  };
}
