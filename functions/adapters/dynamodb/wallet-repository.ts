import type { Shard } from '../../domain/credits/model.ts';
import type { Wallets } from '../../domain/credits/ports.ts';
import type { Grant, Grants } from '../../domain/operator/grant-credits.ts';
import { shardOf } from './codecs/wallet.ts';
import { atLeast, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

export class WalletRepository implements Wallets, Grants {
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

  /** Its row makes a grant happen once, however often it is asked for. */
  async grant({ tenantId, grantId, credits, shards, at }: Grant): Promise<void> {
    const share = (shard: number) => Math.floor(credits / shards) + (shard < credits % shards ? 1 : 0);
    await this.#table.write(
      {
        put: { ...keys.grant(tenantId, 0, grantId), type: 'grant', v: 1, credits, at: at.toISOString() },
        condition: missing('pk'),
      },
      ...Array.from({ length: shards }, (_, shard) =>
        addTo(tenantId, shard, { granted: share(shard), available: share(shard) }),
      ),
    );
  }
}

/** What is not named is added as 0, so that the item is whole from its first write on. */
const addTo = (tenantId: string, shard: number, some: Readonly<Record<string, number>>): Write => ({
  update: keys.wallet(tenantId, shard),
  change: { set: { type: 'wallet', v: 1 }, add: { granted: 0, available: 0, reserved: 0, consumed: 0, ...some } },
});
