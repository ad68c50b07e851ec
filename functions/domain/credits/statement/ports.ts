import type { BatchDay, BookedBatch, Booking, Charge, Closing, DayTotal } from '../ledger.ts';

/** What the ledger of an agency is read from. */
export interface Ledger {
  /** All there are, oldest first: an operator makes some in a month. */
  bookings(tenantId: string): Promise<Booking[]>;
  /** Of these days, both among them; days that are not closed are missing. */
  closings(tenantId: string, from: string, to: string): Promise<Closing[]>;
  /** The newest before this day. */
  closingBefore(tenantId: string, day: string): Promise<Closing | undefined>;
  /** As they are now, over this many shards. */
  totals(tenantId: string, shards: number, days: readonly string[]): Promise<DayTotal[]>;
  /** Of these days, both among them, over this many shards; by day, and on each day the batch first that was made first. */
  batchDays(tenantId: string, shards: number, from: string, to: string): Promise<BatchDay[]>;
  /** Those that are still kept. */
  batches(tenantId: string, ids: readonly string[]): Promise<BookedBatch[]>;
  /** Writes a closing once; another one of the same day changes nothing. */
  close(tenantId: string, closing: Closing): Promise<void>;
  /** The single messages of a day, newest first on each shard; `next` is where it ended. */
  charges(
    tenantId: string,
    shards: number,
    day: string,
    limit: number,
    after?: string,
  ): Promise<{ items: Charge[]; next?: string }>;
}
