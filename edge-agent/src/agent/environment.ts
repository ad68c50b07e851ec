/** What the agent takes from outside besides its ports, so that a test can decide it. */
export interface Clock {
  /**
   * What the box's own clock shows. It may be days off and may jump, so no message is decided by it: only when the certificate is
   * renewed, which the monotonic clock holds back to once a day.
   */
  now(): Date;
  /** Milliseconds since some moment before the start; never jumps. Linux stops it while the computer sleeps. */
  monotonic(): number;
  /** Calls back once after `ms`, unless the function that it returns is called before. */
  after(ms: number, callback: () => void): () => void;
}

/** In [0, 1), as unpredictable as the journal's id has to be unique. */
export type Random = () => number;

/** Event names, ids, counts and reasons; never a number, never a text. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean>>) => void;

/** A timer of Node waits 2^31 − 1 ms at most. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};
