import { writeSync } from 'node:fs';
import type { Moment, Steps } from '../../edge/steps.ts';

/** The last line of a process that died by its plan. */
export const DIED = 'died';

/** When a process dies: at an act's nth time in its life, or at the nth step of all. Counted from 1. */
export type Death = { readonly moment: Moment; readonly act: string; readonly nth: number } | { readonly step: number };

/** Tells each step to the process that started this one, and ends it by SIGKILL at the one that is planned. */
export class LethalSteps implements Steps {
  readonly #death: Death | undefined;
  readonly #descriptor: number;
  readonly #times = new Map<string, number>();
  #steps = 0;

  /** @param descriptor of a pipe: what is in it outlives the process */
  constructor(descriptor: number, death: Death | undefined) {
    this.#descriptor = descriptor;
    this.#death = death;
  }

  pass(moment: Moment, acts: readonly string[]): boolean {
    this.#steps += 1;
    const passed = acts.map((act) => `${moment} ${act}`);
    for (const name of passed) this.#times.set(name, (this.#times.get(name) ?? 0) + 1);
    writeSync(this.#descriptor, passed.map((name) => `${name}\n`).join(''));
    if (this.#isDue(passed)) {
      writeSync(this.#descriptor, `${DIED}\n`);
      process.kill(process.pid, 'SIGKILL');
    }
    return true;
  }

  #isDue(passed: readonly string[]): boolean {
    if (!this.#death) return false;
    if ('step' in this.#death) return this.#steps === this.#death.step;
    const { moment, act, nth } = this.#death;
    const name = `${moment} ${act}`;
    return passed.includes(name) && this.#times.get(name) === nth;
  }
}
