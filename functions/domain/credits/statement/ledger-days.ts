import {
  type BatchDay,
  type Booking,
  balanceAfter,
  bookingDay,
  type Closing,
  type DayTotal,
  nextDay,
} from '../ledger.ts';
import type { Purse } from '../reserve.ts';
import type { Ledger } from './ports.ts';

/** A day of the ledger: what was booked on it, then what batches and single messages used up, and what was left at its end. */
export interface LedgerDay extends DayTotal {
  readonly bookings: readonly Booking[];
  readonly batches: readonly BatchDay[];
  /** before the first line of the day */
  readonly opening: number;
  readonly balance: number;
  readonly isClosed: boolean;
}

/**
 * The days from one to another, both among them. What was before comes from the newest closing before them; days that are not closed yet
 * are added up from the totals as they are now. An agency that has no booking until then has no days.
 */
export async function ledgerDays(
  ledger: Pick<Ledger, 'bookings' | 'closings' | 'closingBefore' | 'totals' | 'batchDays'>,
  { tenantId, shards }: Purse,
  from: string,
  to: string,
): Promise<LedgerDay[]> {
  const [bookings, closings, before] = await Promise.all([
    ledger.bookings(tenantId),
    ledger.closings(tenantId, from, to),
    ledger.closingBefore(tenantId, from),
  ]);
  const booked = Map.groupBy(bookings, ({ at }) => bookingDay(new Date(at)));
  const first = before ? nextDay(before.day) : [...booked.keys()].toSorted()[0];
  if (first === undefined || first > to) return [];
  const days = daysFrom(first, to);
  const closed = new Map(closings.map((closing) => [closing.day, closing]));
  const open = days.filter((day) => !closed.has(day));
  const [counted, ofBatches] = await Promise.all([
    ledger.totals(tenantId, shards, open),
    ledger.batchDays(tenantId, shards, first, to),
  ]);
  const totals = new Map(counted.map((total) => [total.day, total]));
  const batches = Map.groupBy(ofBatches, ({ day }) => day);
  const found: LedgerDay[] = [];
  let opening = before?.balance ?? 0;
  for (const day of days) {
    const used = { closing: closed.get(day), total: totals.get(day), batches: batches.get(day) ?? [] };
    const one = dayOf(day, opening, booked.get(day) ?? [], used);
    opening = one.balance;
    if (day >= from) found.push(one);
  }
  return found;
}

function dayOf(
  day: string,
  opening: number,
  bookings: readonly Booking[],
  {
    closing,
    total,
    batches,
  }: {
    readonly closing: Closing | undefined;
    readonly total: DayTotal | undefined;
    readonly batches: readonly BatchDay[];
  },
): LedgerDay {
  const { credits, messages } = closing ?? total ?? { credits: 0, messages: 0 };
  const balance = balanceAfter(opening, bookings, [...batches, { credits }]);
  return { day, credits, messages, bookings, batches, opening, balance, isClosed: closing !== undefined };
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}
