import type * as z from 'zod/mini';
import type { creditStatement } from '../../../../contract/routes/credits.ts';
import type { Clock } from '../../shared/clock.ts';
import { bookingDay } from '../ledger.ts';
import type { Purse } from '../reserve.ts';
import { type LedgerDay, ledgerDays } from './ledger-days.ts';
import type { Ledger } from './ports.ts';

export type Statement = z.input<typeof creditStatement>;
export type StatementLine = Statement['lines'][number];

/**
 * A month of an agency's credits, oldest line first. What was granted and corrected stands at its moment; what single messages used up
 * stands in one line at the end of each day, so that the balance after each line follows from the lines alone, however many
 * messages went at the same time.
 *
 * @param month `2026-11`
 */
export async function monthlyStatement(
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  purse: Purse,
  month: string,
): Promise<Statement> {
  const today = bookingDay(clock.now());
  const last = `${month}-31` < today ? lastDayOf(month) : today;
  const days = `${month}-01` > today ? [] : await ledgerDays(ledger, purse, `${month}-01`, last);
  return {
    month,
    opening: days[0]?.opening ?? 0,
    lines: days.flatMap(linesOf),
    balance: days.at(-1)?.balance ?? 0,
  };
}

function linesOf({ day, opening, bookings, credits, messages, balance, isClosed }: LedgerDay): StatementLine[] {
  let after = opening;
  const booked = bookings.map(({ kind, credits: moved, at, reason, bookingId: id }): StatementLine => {
    after += moved;
    return { kind, day, at, id, credits: moved, reason, by: 'operator', balance: after };
  });
  if (messages === 0) return booked;
  return [...booked, { kind: 'messages', day, credits: -credits, messages, balance, complete: isClosed }];
}

/** Day 0 of the month after. */
function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
