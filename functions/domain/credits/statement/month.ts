import type { Clock } from '../../shared/clock.ts';
import { bookingDay } from '../ledger.ts';
import type { Purse } from '../reserve.ts';
import { ledgerDays } from './ledger-days.ts';
import { linesOf, type Statement, withLines } from './lines.ts';
import type { Ledger } from './ports.ts';

/**
 * A month of an agency's credits, oldest line first.
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
  const named = new Set(days.flatMap(({ batches }) => withLines(batches).map(({ batchId }) => batchId)));
  const known = new Map((await ledger.batches(purse.tenantId, [...named])).map((batch) => [batch.batchId, batch]));
  return {
    month,
    opening: days[0]?.opening ?? 0,
    lines: days.flatMap((day) => linesOf(day, known)),
    balance: days.at(-1)?.balance ?? 0,
  };
}

/** Day 0 of the month after. */
function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
