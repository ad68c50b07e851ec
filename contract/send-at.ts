import * as z from 'zod/mini';

/** How far ahead a message may be scheduled, in days: a season of shifts, and well within the 13 months that messages are kept. */
export const DAYS_AHEAD_AT_MOST = 90;

export const sendAt = z.iso
  .datetime({ offset: true, error: 'Give a moment with its offset, such as 2026-11-23T08:00:00+01:00' })
  .register(z.globalRegistry, {
    description: `Not before this moment, with its offset from UTC; ${DAYS_AHEAD_AT_MOST} days ahead at most`,
    examples: ['2026-11-23T08:00:00+01:00'],
  });
