/** Counts the moments at which the power may go, and makes it go at one of them: from then on nothing goes on. */
export class Power {
  points = 0;
  on = true;
  readonly #cutAt: number;

  constructor(cutAt = Number.POSITIVE_INFINITY) {
    this.#cutAt = cutAt;
  }

  cut(): void {
    this.on = false;
  }

  /** Never resolves once the power is gone. */
  async point(): Promise<void> {
    this.points += 1;
    if (this.points >= this.#cutAt) this.on = false;
    if (!this.on) await new Promise<never>(() => {});
  }
}
