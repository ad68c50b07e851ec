import type { Clock } from './environment.ts';

/** The cloud's time, carried on by a clock that never jumps: the box's own may be days off. */
export class CloudTime {
  readonly #clock: Clock;
  /** the cloud's time (epoch ms) at the zero of the monotonic clock */
  #zero: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** False until the cloud has told it since the agent's start. */
  get known(): boolean {
    return this.#zero !== undefined;
  }

  /** Epoch ms: never behind the true time, and ahead of it by at most what the answer took. Throws while it is not known. */
  now(): number {
    if (this.#zero === undefined) throw new Error('the cloud has not told the time yet');
    return this.#zero + this.#clock.monotonic();
  }

  /** Now, as the contract writes it. */
  stamp(): string {
    return new Date(this.now()).toISOString();
  }

  /** @param told ISO 8601; @param askedAt when it was first asked, by the monotonic clock: the cloud told it no earlier */
  set(told: string, askedAt: number): void {
    this.#zero = Date.parse(told) - askedAt;
  }
}
