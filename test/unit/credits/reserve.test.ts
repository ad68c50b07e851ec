import { expect, it } from 'vitest';
import { balanceOver, type Shard } from '../../../functions/domain/credits/model.ts';
import { reserve } from '../../../functions/domain/credits/reserve.ts';

const shardOf = (available: number, shard: number, moves = 0): Shard => ({
  ...{ shard, moves, available, granted: available },
  ...{ reserved: 0, consumed: 0 },
});

/** A wallet in memory; what is reserved is only taken off. */
function walletWith(...available: number[]) {
  const shards = available.map((some, shard) => shardOf(some, shard));
  const looks: Shard[][] = [];
  const wallets = {
    shards: async () => looks.shift() ?? [...shards],
    move: async (_: string, from: number, to: number, credits: number) => {
      if ((shards[from]?.available ?? 0) < credits) return false;
      for (const [shard, some] of [
        [from, -credits],
        [to, credits],
      ] as const) {
        const { available: had, moves } = shards[shard] as Shard;
        shards[shard] = shardOf(had + some, shard, moves + 1);
      }
      return true;
    },
  };
  const on = (credits: number) => async (shard: number) => {
    const { available: had, moves } = shards[shard] as Shard;
    if (had < credits) return 'insufficient-credit' as const;
    shards[shard] = shardOf(had - credits, shard, moves);
    return shard;
  };
  const ask = (credits: number) =>
    reserve({ wallets, random: () => 0 }, { tenantId: 'ten_1', shards: shards.length }, credits, on(credits));
  return { wallets, shards, looks, ask };
}

it('E0-1 reserves on another shard when the first has too few', async () => {
  const { ask, shards } = walletWith(0, 5);
  expect(await ask(3)).toBe(1);
  expect(shards[1]?.available).toBe(2);
});

it('E0-1 moves credits together when no shard has enough', async () => {
  const { ask, shards } = walletWith(1, 2, 2);
  expect(await ask(5)).toBe(1);
  expect(balanceOver(shards).available).toBe(0);
});

it('E0-1 refuses when all together have too few, and leaves them where they are', async () => {
  const { ask, shards } = walletWith(1, 2, 2);
  expect(await ask(6)).toBeUndefined();
  expect(shards.map(({ available }) => available)).toEqual([1, 2, 2]);
});

it('does not refuse because credits were on their way between two shards while it looked', async () => {
  const { ask, looks } = walletWith(0, 4);
  looks.push([shardOf(0, 0), shardOf(0, 1, 0)], [shardOf(0, 0), shardOf(0, 1, 1)]);
  expect(await ask(4)).toBe(1);
});

it('says that it is to be asked again when others took what it had found, each time', async () => {
  const { wallets } = walletWith(0, 9);
  const emptied = async () => 'insufficient-credit' as const;
  await expect(
    reserve({ wallets, random: () => 0 }, { tenantId: 'ten_1', shards: 2 }, 3, emptied),
  ).rejects.toMatchObject({ code: 'temporarily-unavailable' });
});

it('asks one shard alone once', async () => {
  const { ask, looks } = walletWith(2);
  looks.push([]);
  expect(await ask(3)).toBeUndefined();
  expect(looks).toHaveLength(1);
});
