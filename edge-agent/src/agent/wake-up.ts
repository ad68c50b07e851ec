import type { Clock } from './environment.ts';

/** What a loop waits on when it has nothing to do: a call, or a time. A call before the wait counts too. */
export class WakeUp {
  readonly #clock: Clock;
  #called = false;
  #wake: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  call(): void {
    this.#called = true;
    this.#wake?.();
  }

  /** Resolves at the call, or after the milliseconds given. */
  async wait(ms: number | undefined): Promise<void> {
    if (!this.#called) {
      let cancel: (() => void) | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        if (ms !== undefined) cancel = this.#clock.after(ms, resolve);
      });
      cancel?.();
      this.#wake = undefined;
    }
    this.#called = false;
  }
}
