import type { Clock } from '../agent/environment.ts';

/** Tells when nothing has been going on for a while. */
export interface Lull {
  began(): void;
  ended(): void;
  /** Resolves once nothing has been going on for the while, counted from now at the earliest; and when it is over. */
  wait(): Promise<void>;
  /** Nothing is waited for any more. */
  over(): void;
}

/** @param ms how long a while is */
export function createLull(clock: Clock, ms: number): Lull {
  let going = 0;
  let isOver = false;
  let cancelTimer: (() => void) | undefined;
  let awaited: PromiseWithResolvers<void> | undefined;

  function stopTimer(): void {
    cancelTimer?.();
    cancelTimer = undefined;
  }
  function settle(): void {
    stopTimer();
    awaited?.resolve();
    awaited = undefined;
  }
  function look(): void {
    if (isOver) settle();
    else if (going === 0 && awaited) cancelTimer ??= clock.after(ms, settle);
  }

  return {
    began() {
      going++;
      stopTimer();
    },
    ended() {
      going--;
      look();
    },
    wait() {
      awaited ??= Promise.withResolvers();
      const { promise } = awaited;
      look();
      return promise;
    },
    over() {
      isOver = true;
      settle();
    },
  };
}
