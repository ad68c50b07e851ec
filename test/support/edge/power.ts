import type { Moment, Steps } from './steps.ts';

/** Counts the moments at which the power may go, and makes it go at one of them: from then on nothing goes on. */
export class Power implements Steps {
  /** what happened, in order: `after append submitting of part 1` */
  readonly passed: string[] = [];
  points = 0;
  on = true;
  readonly #cutAt: number;

  /** @param cutAt the moment at which it goes, counted from 1 */
  constructor(cutAt = Number.POSITIVE_INFINITY) {
    this.#cutAt = cutAt;
  }

  cut(): void {
    this.on = false;
  }

  pass(moment: Moment, acts: readonly string[]): boolean {
    if (!this.on) return false;
    this.points += 1;
    this.passed.push(...acts.map((act) => `${moment} ${act}`));
    if (this.points >= this.#cutAt) this.on = false;
    return this.on;
  }
}
