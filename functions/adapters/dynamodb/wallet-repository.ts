import type { AuditLine } from '../../domain/audit/model.ts';
import type { Booking } from '../../domain/credits/ledger.ts';
import type { Shard } from '../../domain/credits/model.ts';
import type { Wallets } from '../../domain/credits/ports.ts';
import type { Bookings } from '../../domain/operator/ports.ts';
import { auditPut } from './audit.ts';
import { bookingOf } from './codecs/ledger.ts';
import { shardOf } from './codecs/wallet.ts';
import { atLeast, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

export class WalletRepository implements Wallets, Bookings {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async shards(tenantId: string, count: number): Promise<Shard[]> {
    const items = await this.#table.batchGet(Array.from({ length: count }, (_, shard) => keys.wallet(tenantId, shard)));
    return items.map((item, shard) => shardOf(shard, item));
  }

  async move(tenantId: string, from: number, to: number, credits: number): Promise<boolean> {
    const added = (some: number) => ({ granted: some, available: some, moves: 1 });
    const { done } = await this.#table.write(
      {
        update: keys.wallet(tenantId, from),
        change: { add: added(-credits) },
        condition: atLeast('available', credits),
      },
      addTo(tenantId, to, added(credits)),
    );
    return done;
  }

  async give(booking: Booking, shards: number, audit: readonly AuditLine[]): Promise<'done' | Booking> {
    const { tenantId, credits } = booking;
    const share = (shard: number) => Math.floor(credits / shards) + (shard < credits % shards ? 1 : 0);
    const result = await this.#table.write(
      bookingPut(booking),
      ...Array.from({ length: shards }, (_, shard) =>
        addTo(tenantId, shard, { granted: share(shard), available: share(shard) }),
      ),
      ...audit.map(auditPut),
    );
    return result.done ? 'done' : bookingOf(result.refused[0] ?? {});
  }

  async take(booking: Booking, shard: number, audit: readonly AuditLine[]) {
    const { tenantId, credits } = booking;
    const result = await this.#table.write(
      bookingPut(booking),
      {
        update: keys.wallet(tenantId, shard),
        change: { add: { granted: credits, available: credits } },
        condition: atLeast('available', -credits),
      },
      ...audit.map(auditPut),
    );
    if (result.done) return 'done';
    const [earlier] = result.refused;
    return earlier ? bookingOf(earlier) : 'insufficient-credit';
  }
}

/** Its row makes a booking happen once, however often it is asked for. */
const bookingPut = (booking: Booking): Write => ({
  put: { ...keys.booking(booking.tenantId, booking.bookingId), type: 'booking', v: 1, ...booking },
  condition: missing('pk'),
});

/** What is not named is added as 0, so that the item is whole from its first write on. */
const addTo = (tenantId: string, shard: number, some: Readonly<Record<string, number>>): Write => ({
  update: keys.wallet(tenantId, shard),
  change: { set: { type: 'wallet', v: 1 }, add: { granted: 0, available: 0, reserved: 0, consumed: 0, ...some } },
});
