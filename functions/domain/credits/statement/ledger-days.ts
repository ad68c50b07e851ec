import { type Booking, balanceAfter, bookingDay, type Closing, type DayTotal, nextDay } from '../ledger.ts';
import type { Purse } from '../reserve.ts';
import type { Ledger } from './ports.ts';

/** A day of the ledger: what was booked on it, then what was used up, and what was left at its end. */
export interface LedgerDay extends DayTotal {
  readonly bookings: readonly Booking[];
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
  ledger: Pick<Ledger, 'bookings' | 'closings' | 'closingBefore' | 'totals'>,
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
  if (first === undefined) return [];
  const days = daysFrom(first, to);
  const closed = new Map(closings.map((closing) => [closing.day, closing]));
  const open = days.filter((day) => !closed.has(day));
  const totals = new Map((await ledger.totals(tenantId, shards, open)).map((total) => [total.day, total]));
  const found: LedgerDay[] = [];
  let opening = before?.balance ?? 0;
  for (const day of days) {
    const one = dayOf(day, opening, booked.get(day) ?? [], closed.get(day), totals.get(day));
    opening = one.balance;
    if (day >= from) found.push(one);
  }
  return found;
}

function dayOf(
  day: string,
  opening: number,
  bookings: readonly Booking[],
  closing: Closing | undefined,
  total: DayTotal | undefined,
): LedgerDay {
  const { credits, messages } = closing ?? total ?? { credits: 0, messages: 0 };
  const balance = balanceAfter(opening, bookings, { credits });
  return { day, credits, messages, bookings, opening, balance, isClosed: closing !== undefined };
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}
