import type { ReadonlyState } from '../journal/journal.ts';
import type { SimLimits } from '../ports.ts';

const DAY_MS = 24 * 3_600_000;

/** What keeps a SIM card from taking more now. */
export interface LimitReached {
  readonly limit: 'minute' | 'day';
  /** epoch ms */
  readonly until: number;
}

/**
 * Whether so many parts may follow now. A long message is begun only on a day that has room for all of it, or on a fresh day if
 * no day has: else the phone would have half of it over night.
 * @param parts that are to follow each other; @param now epoch ms, by the cloud's time
 */
export function limitReached(
  { sent }: ReadonlyState,
  modem: string,
  { perMinute, perDay }: SimLimits,
  parts: number,
  now: number,
): LimitReached | undefined {
  if (perDay !== undefined && sent.today(modem, now) + Math.min(parts, perDay) > perDay)
    return { limit: 'day', until: now - (now % DAY_MS) + DAY_MS };
  const until = perMinute === undefined ? 0 : sent.minuteHasRoomAt(modem, perMinute);
  return until > now ? { limit: 'minute', until } : undefined;
}
