import * as z from 'zod/mini';
import type { BatchDay, BookedBatch, Booking, Charge, Closing } from '../../../domain/credits/ledger.ts';
import type { Tariff } from '../../../domain/credits/tariff.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const bookingItem = z.object({
  ...kind('booking'),
  tenantId: z.string(),
  bookingId: z.string(),
  kind: z.enum(['grant', 'correction']),
  credits: z.number(),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
});
const closingItem = z.object({
  ...kind('closing'),
  day: z.string(),
  credits: z.number(),
  messages: z.number(),
  balance: z.number(),
});
const chargeItem = z.object({
  ...kind('charge'),
  messageId: z.string(),
  credits: z.number(),
  at: z.string(),
});
const dayTotalItem = z.object({ ...kind('wallet-day'), credits: z.number(), messages: z.number() });
const batchDayItem = z.object({
  ...kind('batch-day'),
  batchId: z.string(),
  day: z.string(),
  reserved: z.number(),
  returned: z.number(),
  credits: z.number(),
  messages: z.number(),
});
/** What the ledger says of a batch: the rest of the item is the batch's own affair. */
const bookedBatchItem = z.object({
  ...kind('batch'),
  batchId: z.string(),
  name: z.optional(z.string()),
  accepted: z.object({ at: z.string(), by: z.string(), byName: z.string() }),
});
const tariffItem = z.object({
  ...kind('tariff'),
  amount: z.string(),
  currency: z.string(),
  validFrom: z.string(),
  setAt: z.string(),
  setBy: z.string(),
});

/** What the table adds to an item is left out by the schemas: z.object drops what it does not name. */
const plain = <T extends { type: string; v: number }>(schema: z.ZodMiniType<T>, item: Item) =>
  bare(z.parse(schema, item));

export const bookingOf = (item: Item): Booking => plain(bookingItem, item);
export const closingOf = (item: Item): Closing => plain(closingItem, item);
export const chargeOf = (item: Item): Charge => plain(chargeItem, item);
export const dayTotalOf = (item: Item) => plain(dayTotalItem, item);
export const batchDayOf = (item: Item): BatchDay => plain(batchDayItem, item);
export function bookedBatchOf(item: Item): BookedBatch {
  const { batchId, name, accepted } = z.parse(bookedBatchItem, item);
  const { at: acceptedAt, by, byName } = accepted;
  return { batchId, ...(name !== undefined && { name }), acceptedAt, by, byName };
}
export const tariffOf = (item: Item): Tariff => plain(tariffItem, item);
