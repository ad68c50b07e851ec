import { backoff } from '../agent/backoff.ts';

/** milliseconds */
const RETRY = { first: 500, longest: 30_000 };

/**
 * Milliseconds before the next try to reach the modem: doubling, half of it by chance.
 * @param failures how many tries failed in a row, from 1
 * @param random 0 to 1
 */
export function retryDelay(failures: number, random: number): number {
  return Math.round((backoff(failures, RETRY) * (1 + random)) / 2);
}
