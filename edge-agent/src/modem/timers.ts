/** Time for the driver; tests bring their own. */
export interface Timers {
  /** milliseconds since the epoch */
  now(): number;
  /** Runs once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export function pause(timers: Timers, ms: number): Promise<void> {
  return new Promise((resolve) => timers.after(ms, resolve));
}

export interface Sleeper {
  /** One at a time. */
  sleep(ms: number): Promise<void>;
  /** Ends the sleep, if there is one. */
  wake(): void;
}

export function createSleeper(timers: Timers): Sleeper {
  let wake: (() => void) | undefined;
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        const cancel = timers.after(ms, () => wake?.());
        wake = () => {
          wake = undefined;
          cancel();
          resolve();
        };
      }),
    wake: () => wake?.(),
  };
}
