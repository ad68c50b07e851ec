import type { BatchDay, BookedBatch, Charge, Closing, DayTotal } from '../../domain/credits/ledger.ts';
import type { Ledger } from '../../domain/credits/statement/ports.ts';
import { batchDayOf, bookedBatchOf, bookingOf, chargeOf, closingOf, dayTotalOf } from './codecs/ledger.ts';
import { missing } from './condition.ts';
import { inParallel } from './in-parallel.ts';
import { BATCH_DAY, BOOKING, CLOSING, chargesOf, keys, ledgerPartition, walletPartition } from './keys.ts';
import { BATCH_GET_LIMIT, type Item, type Query, type Table } from './table.ts';

/** Rows read with one query; an agency has some hundreds of bookings after years. */
const ROWS_AT_ONCE = 500;
/** Closings of the longest stretch that is asked for at once. */
const CLOSINGS_AT_MOST = 500;

export class LedgerRepository implements Ledger {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async bookings(tenantId: string) {
    const found = await this.#all({
      partition: { pk: ledgerPartition(tenantId) },
      sort: { attribute: 'sk', beginsWith: BOOKING },
    });
    return found.map(bookingOf).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  }

  async closings(tenantId: string, from: string, to: string): Promise<Closing[]> {
    const { items } = await this.#table.query({
      partition: { pk: ledgerPartition(tenantId) },
      sort: { attribute: 'sk', from: `${CLOSING}${from}`, to: `${CLOSING}${to}` },
      limit: CLOSINGS_AT_MOST,
      consistent: true,
    });
    return items.map(closingOf);
  }

  async closingBefore(tenantId: string, day: string): Promise<Closing | undefined> {
    const { items } = await this.#table.query({
      partition: { pk: ledgerPartition(tenantId) },
      sort: { attribute: 'sk', from: CLOSING, to: `${CLOSING}${dayBefore(day)}` },
      newestFirst: true,
      limit: 1,
      consistent: true,
    });
    return items[0] && closingOf(items[0]);
  }

  async totals(tenantId: string, shards: number, days: readonly string[]): Promise<DayTotal[]> {
    const wanted = days.flatMap((day) => Array.from({ length: shards }, (_, shard) => ({ day, shard })));
    const totals = new Map<string, DayTotal>();
    for (let at = 0; at < wanted.length; at += BATCH_GET_LIMIT) {
      const some = wanted.slice(at, at + BATCH_GET_LIMIT);
      const items = await this.#table.batchGet(some.map(({ day, shard }) => keys.walletDay(tenantId, shard, day)));
      for (const [place, item] of items.entries()) {
        const day = some[place]?.day;
        if (!item || day === undefined) continue;
        const { credits, messages } = dayTotalOf(item);
        const before = totals.get(day);
        totals.set(day, {
          day,
          credits: credits + (before?.credits ?? 0),
          messages: messages + (before?.messages ?? 0),
        });
      }
    }
    return [...totals.values()];
  }

  async batchDays(tenantId: string, shards: number, from: string, to: string): Promise<BatchDay[]> {
    const ofShards = await Promise.all(
      Array.from({ length: shards }, (_, shard) =>
        this.#all({
          partition: { pk: walletPartition(tenantId, shard) },
          sort: { attribute: 'sk', from: `${BATCH_DAY}${from}`, to: `${BATCH_DAY}${to}~` },
        }),
      ),
    );
    return ofShards
      .flat()
      .map(batchDayOf)
      .toSorted((a, b) => (`${a.day} ${a.batchId}` < `${b.day} ${b.batchId}` ? -1 : 1));
  }

  async batches(tenantId: string, ids: readonly string[]): Promise<BookedBatch[]> {
    const places = Array.from({ length: Math.ceil(ids.length / BATCH_GET_LIMIT) }, (_, at) => at * BATCH_GET_LIMIT);
    const items = await inParallel(places, (at) =>
      this.#table.batchGet(ids.slice(at, at + BATCH_GET_LIMIT).map((id) => keys.batch(tenantId, id))),
    );
    return items
      .flat()
      .filter((item) => item !== undefined)
      .map(bookedBatchOf);
  }

  async close(tenantId: string, closing: Closing): Promise<void> {
    await this.#table.write({
      put: { ...keys.closing(tenantId, closing.day), type: 'closing', v: 1, ...closing },
      condition: missing('pk'),
    });
  }

  async charges(tenantId: string, shards: number, day: string, limit: number, after?: string) {
    const items: Charge[] = [];
    let [shard, below] = placeOf(after);
    for (; shard < shards && items.length < limit; shard += 1, below = undefined) {
      const page = await this.#table.query({
        partition: { pk: walletPartition(tenantId, shard) },
        sort: {
          attribute: 'sk',
          from: chargesOf(day),
          to: below === undefined ? `${chargesOf(day)}~` : `${chargesOf(day)}${below}`,
        },
        newestFirst: true,
        limit: limit - items.length + (below === undefined ? 0 : 1),
      });
      const found = page.items.map(chargeOf).filter(({ messageId }) => messageId !== below);
      items.push(...found);
      const last = found.at(-1);
      if (page.next && last) return { items, next: `${shard}#${last.messageId}` };
    }
    return { items, ...(shard < shards && { next: `${shard}#` }) };
  }

  async #all(query: Pick<Query, 'partition' | 'sort'>): Promise<Item[]> {
    const found: Item[] = [];
    let after: Item | undefined;
    do {
      const page = await this.#table.query({
        ...query,
        limit: ROWS_AT_ONCE,
        consistent: true,
        ...(after && { after }),
      });
      found.push(...page.items);
      after = page.next;
    } while (after);
    return found;
  }
}

/** A place in the list: the shard, and the last message shown of it. */
function placeOf(after: string | undefined): [number, string | undefined] {
  const [shard = '0', messageId = ''] = (after ?? '').split('#');
  return [Number(shard || 0), messageId === '' ? undefined : messageId];
}

function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}
