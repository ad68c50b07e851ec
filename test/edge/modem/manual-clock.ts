import type { Clock } from '../../../edge-agent/src/agent/environment.ts';

/** A clock that stands still until a test lets a timer go off. */
export interface ManualClock extends Clock {
  /** Waits until a timer of `ms` milliseconds is set, and lets it go off. */
  fire(ms: number): Promise<void>;
  /** Timers of `ms` go off as soon as they are set. */
  skip(ms: number): void;
}

export function manualClock(start = Date.UTC(2026, 10, 21)): ManualClock {
  let now = start;
  const timers = new Set<{ readonly ms: number; readonly run: () => void }>();
  const skipped = new Set<number>();
  let changed = Promise.withResolvers<void>();

  return {
    now: () => new Date(now),
    monotonic: () => now - start,
    after(ms, run) {
      const timer = { ms, run };
      if (skipped.has(ms)) queueMicrotask(run);
      else timers.add(timer);
      changed.resolve();
      changed = Promise.withResolvers();
      return () => timers.delete(timer);
    },
    async fire(ms) {
      for (;;) {
        const timer = [...timers].find((candidate) => candidate.ms === ms);
        if (timer) {
          timers.delete(timer);
          now += ms;
          return timer.run();
        }
        await changed.promise;
      }
    },
    skip: (ms) => skipped.add(ms),
  };
}
