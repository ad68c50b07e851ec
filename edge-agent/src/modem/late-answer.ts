import type { Clock } from '../agent/environment.ts';

/**
 * The answer to a text whose port was lost under it. Some modems and serial servers give it to the next connection, where
 * it would pass for the answer to the next text; so none is given to the modem until it came or can no longer come.
 */
export interface LateAnswer {
  readonly awaited: boolean;
  expect(): void;
  /** Takes each line that the modem says. An error may be the answer to a command: only +CMGS is known for sure. */
  take(line: string): void;
  /** The modem restarted: it knows nothing of the text any more. */
  ruleOut(): void;
  cancel(): void;
}

/** @param timeoutMs after the loss of the port; @param onSettled called when nothing is awaited any more */
export function createLateAnswer(clock: Clock, timeoutMs: number, onSettled: () => void): LateAnswer {
  let cancelTimer: (() => void) | undefined;

  function cancel(): void {
    cancelTimer?.();
    cancelTimer = undefined;
  }
  function settle(): void {
    cancel();
    onSettled();
  }

  return {
    get awaited() {
      return cancelTimer !== undefined;
    },
    expect() {
      cancel();
      cancelTimer = clock.after(timeoutMs, settle);
    },
    take(line) {
      if (cancelTimer && line.startsWith('+CMGS:')) settle();
    },
    ruleOut() {
      if (cancelTimer) settle();
    },
    cancel,
  };
}
