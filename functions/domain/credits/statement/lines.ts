import type * as z from 'zod/mini';
import type { creditStatement } from '../../../../contract/routes/credits.ts';
import type { BatchDay, BookedBatch } from '../ledger.ts';
import type { LedgerDay } from './ledger-days.ts';

export type Statement = z.input<typeof creditStatement>;
export type StatementLine = Statement['lines'][number];

/** Batches of one day that have a line of their own; those made after them that day are one line together. */
export const BATCH_LINES = 100;

export const withLines = (batches: readonly BatchDay[]) => batches.slice(0, BATCH_LINES);

/**
 * A day's lines: what was granted and corrected at its moment, then what each batch had, then what single messages used up. The balance
 * after each line follows from the lines alone, however much went on at the same time.
 */
export function linesOf(
  { day, opening, bookings, batches, credits, messages, balance, isClosed }: LedgerDay,
  known: ReadonlyMap<string, BookedBatch>,
): StatementLine[] {
  let after = opening;
  const booked = bookings.map(({ kind, credits: moved, at, reason, bookingId: id }): StatementLine => {
    after += moved;
    return { kind, day, at, id, credits: moved, reason, by: 'operator', balance: after };
  });
  const ofBatch = (had: Had) => {
    after -= had.credits;
    const { reserved, returned, messages: sent } = had;
    return { day, credits: 0 - had.credits, messages: sent, reserved, returned, balance: after, complete: isClosed };
  };
  const ownLines = withLines(batches).map((one): StatementLine => {
    const { batchId } = one;
    return { kind: 'batch', batchId, ...known.get(batchId), ...ofBatch(one) };
  });
  const others = batches.slice(BATCH_LINES);
  const together: StatementLine[] =
    others.length === 0 ? [] : [{ kind: 'batches', batches: others.length, ...ofBatch(sumOf(others)) }];
  const single: StatementLine[] =
    messages === 0 ? [] : [{ kind: 'messages', day, credits: -credits, messages, balance, complete: isClosed }];
  return [...booked, ...ownLines, ...together, ...single];
}

type Had = Pick<BatchDay, 'credits' | 'messages' | 'reserved' | 'returned'>;

const sumOf = (batches: readonly BatchDay[]): Had =>
  batches.reduce(
    (sum: Had, one) => ({
      credits: sum.credits + one.credits,
      messages: sum.messages + one.messages,
      reserved: sum.reserved + one.reserved,
      returned: sum.returned + one.returned,
    }),
    { credits: 0, messages: 0, reserved: 0, returned: 0 },
  );
