import { setImmediate } from 'node:timers/promises';
import { type Clock, systemClock } from '../../edge-agent/src/agent/environment.ts';

interface Timer {
  readonly dueAt: number;
  readonly callback: () => void;
  cancel: () => void;
}

/** The computer's clock, which leaps where it is told to, with each timer in its turn: months pass in minutes. */
export class LeapingClock implements Clock {
  /** milliseconds */
  #leapt = 0;
  readonly #timers = new Set<Timer>();

  now(): Date {
    return new Date(systemClock.now().getTime() + this.#leapt);
  }

  monotonic(): number {
    return systemClock.monotonic() + this.#leapt;
  }

  after(ms: number, callback: () => void): () => void {
    const timer: Timer = { dueAt: this.monotonic() + Math.max(ms, 0), callback, cancel: () => {} };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => this.#drop(timer);
  }

  async leap(ms: number): Promise<void> {
    const end = this.monotonic() + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#leapt += Math.max(next.dueAt - this.monotonic(), 0);
      this.#drop(next);
      next.callback();
      await setImmediate();
    }
    this.#leapt += Math.max(end - this.monotonic(), 0);
    for (const timer of this.#timers) {
      timer.cancel();
      this.#arm(timer);
    }
  }

  #arm(timer: Timer): void {
    timer.cancel = systemClock.after(timer.dueAt - this.monotonic(), () => {
      this.#timers.delete(timer);
      timer.callback();
    });
  }

  #drop(timer: Timer): void {
    timer.cancel();
    this.#timers.delete(timer);
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ dueAt }) => dueAt <= end).sort((a, b) => a.dueAt - b.dueAt)[0];
  }
}
