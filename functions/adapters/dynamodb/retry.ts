import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { unavailable } from '../unavailable.ts';

export interface Retry {
  /** waits before the next try; `round` begins at 1 */
  readonly pause: (round: number) => Promise<void>;
}

/** Tries at a transaction that met another one; with the pauses between they take 1.6 to 3.2 seconds together. */
export const CONFLICT_TRIES = 14;
const FIRST_PAUSE = 10;
const LONGEST_PAUSE = 160;

/**
 * Milliseconds to wait before a transaction that met another one is tried again. They double, but not for long: an item that is busy half of
 * the time is free at every second try, and many short waits find it sooner than few long ones.
 *
 * @param random from 0 up to, and without, 1
 */
export function conflictPause(round: number, random: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (round - 1), LONGEST_PAUSE) * (1 + random);
}

/**
 * Repeats what met another transaction on the same item, which the SDK does not do, and names an outage as one.
 * A conflict means that nothing was written, so repeating it is always safe.
 */
export async function withRetry<T>({ pause }: Retry, send: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      return await send();
    } catch (error) {
      if (!isConflict(error)) throw unavailable(error) ?? error;
      if (round >= CONFLICT_TRIES) throw unavailable(error, { certainly: true });
      await pause(round);
    }
  }
}

function isConflict(error: unknown): boolean {
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
    return codes.includes('TransactionConflict') && !codes.includes('ConditionalCheckFailed');
  }
  return error instanceof Error && error.name === 'TransactionConflictException';
}
