import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../edge-agent/src/agent/environment.ts';

/** Rounds of the event loop after which a program in memory that waits for no timer has nothing left to do. */
const IDLE_ROUNDS = 20;
const MOST_TIMERS = 10_000;
/** Milliseconds: a monotonic clock is not at zero when a program starts. */
const BEFORE_START = 12_345;

/** A clock that a test moves. */
export class FakeClock implements Clock {
  readonly #start: number;
  #now: number;
  #timers = new Set<{ at: number; callback: () => void }>();

  constructor(start = '2026-11-23T08:00:00.000Z') {
    this.#start = Date.parse(start);
    this.#now = this.#start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  monotonic(): number {
    return this.#now - this.#start + BEFORE_START;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + Math.max(ms, 0), callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** The moment `ms` from now, as the contract writes it. */
  at(ms: number): string {
    return new Date(this.#now + ms).toISOString();
  }

  /** Lets time pass, with each timer in its turn, and waits until nothing goes on any more. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await idle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await idle();
    }
    this.#now = end;
  }

  /** Moves from timer to timer until the condition holds; throws when that doesn't come within an hour of the clock. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const end = this.#now + 3_600_000;
    await idle();
    for (let moves = 0; !condition(); moves += 1) {
      const next = this.#next(end);
      if (!next || moves > MOST_TIMERS) throw new Error(`never came: ${what}`);
      await this.advance(next.at - this.#now);
    }
  }

  #next(end: number): { at: number; callback: () => void } | undefined {
    return [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

async function idle(): Promise<void> {
  for (let round = 0; round < IDLE_ROUNDS; round += 1) await setImmediate();
}
