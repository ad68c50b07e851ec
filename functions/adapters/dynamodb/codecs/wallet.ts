import * as z from 'zod/mini';
import type { Shard } from '../../../domain/credits/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const walletItem = z.object({
  ...kind('wallet'),
  granted: z.number(),
  available: z.number(),
  reserved: z.number(),
  consumed: z.number(),
  moves: z.optional(z.number()),
});

const EMPTY = { granted: 0, available: 0, reserved: 0, consumed: 0, moves: 0 };

export function shardOf(shard: number, item: Item | undefined): Shard {
  const { moves = 0, ...balance } = item ? bare(z.parse(walletItem, item)) : EMPTY;
  return { shard, moves, ...balance };
}
