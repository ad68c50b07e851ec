import { localDay } from '../directory/local-day.ts';

/** Credits that an operator gave, or took back. The wallet's day totals have what was used up. */
export interface Booking {
  readonly tenantId: string;
  /** made by whoever asks: the same one asked for again changes nothing */
  readonly bookingId: string;
  readonly kind: 'grant' | 'correction';
  /** never 0; below 0 for a correction that takes credits back */
  readonly credits: number;
  readonly reason: string;
  /** ISO 8601 */
  readonly at: string;
  /** id of the operator, or `operator` for a command */
  readonly by: string;
}

/** What a batch of messages had of the credits on one day. */
export interface BatchDay {
  readonly batchId: string;
  /** `2026-11-21` */
  readonly day: string;
  /** set aside for all of it, on the day on which it was accepted; 0 on others */
  readonly reserved: number;
  /** of what was set aside, what it did not need after all */
  readonly returned: number;
  /** used up by messages that were sent */
  readonly credits: number;
  readonly messages: number;
}

/** What is known of a batch in the ledger, as long as the batch is kept. */
export interface BookedBatch {
  readonly batchId: string;
  readonly name?: string;
  /** ISO 8601 */
  readonly acceptedAt: string;
  /** id of the employee or API token, and its name */
  readonly by: string;
  readonly byName: string;
}

/** What single messages used up on one day, over all shards. */
export interface DayTotal {
  /** `2026-11-21` */
  readonly day: string;
  readonly credits: number;
  readonly messages: number;
}

/** A day that is over, and what was left at its end, after batches too: available and reserved together. */
export interface Closing extends DayTotal {
  readonly balance: number;
}

/** One credit that was used up, or several, by one message that is none of a batch on one day. */
export interface Charge {
  readonly messageId: string;
  readonly credits: number;
  /** ISO 8601 */
  readonly at: string;
}

/** Credits are booked by days of where agencies are; all of them are in the same zone of time. */
export const bookingDay = (moment: Date): string => localDay('NL', moment);

/** The day after a day: `2026-12-01` of `2026-11-30`. */
export function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** What is left after some bookings, and after what was used up. */
export function balanceAfter(
  before: number,
  bookings: readonly Pick<Booking, 'credits'>[],
  used: readonly Pick<DayTotal, 'credits'>[],
): number {
  const sum = (of: readonly { readonly credits: number }[]) => of.reduce((total, { credits }) => total + credits, 0);
  return before + sum(bookings) - sum(used);
}
