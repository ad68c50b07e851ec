import { DomainError } from '../shared/domain-error.ts';
import type { Shard } from './model.ts';
import type { Wallets } from './ports.ts';

export interface ReserveDependencies {
  readonly wallets: Wallets;
  /** a number from 0 up to, and without, 1 */
  readonly random: () => number;
}

export interface Purse {
  readonly tenantId: string;
  /** shards of the tenant's wallet */
  readonly shards: number;
}

/** Shards tried for one reservation; each one more was emptied by others between the look at it and the try. */
const TRIES = 8;

/**
 * Reserves credits on a shard that has them: on one by chance, and where that has too few on another, after moving them together if need
 * be. Undefined when the whole wallet has too few: never because they lie on another shard.
 *
 * @param only the one shard that it may be reserved on, as something of it lies there already
 * @throws DomainError `temporarily-unavailable` when others were faster each time; nothing was reserved
 */
export async function reserve<R>(
  dependencies: ReserveDependencies,
  purse: Purse,
  credits: number,
  on: (shard: number) => Promise<R | 'insufficient-credit'>,
  only?: number,
): Promise<R | undefined> {
  let shard: number | undefined = only ?? Math.floor(dependencies.random() * purse.shards);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const result = await on(shard);
    if (result !== 'insufficient-credit') return result;
    shard = purse.shards > 1 ? await shardWith(dependencies, purse, credits, only) : undefined;
    if (shard === undefined) return undefined;
  }
  throw new DomainError('temporarily-unavailable', { retryAfterSeconds: 1 });
}

/** A shard that has the credits, or has them now; undefined when all together have too few. */
async function shardWith(
  { wallets, random }: ReserveDependencies,
  { tenantId, shards: count }: Purse,
  credits: number,
  only: number | undefined,
): Promise<number | undefined> {
  let seen = await wallets.shards(tenantId, count);
  for (;;) {
    const able = seen.filter(({ shard, available }) => available >= credits && (only ?? shard) === shard);
    if (able.length > 0) return able[Math.floor(random() * able.length)]?.shard;
    if (seen.reduce((sum, { available }) => sum + available, 0) >= credits)
      return gather(wallets, tenantId, seen, credits, only);
    // Credits on their way from one shard to another may be missing from one look, and show in the next as a move.
    const again = await wallets.shards(tenantId, count);
    if (again.every(({ moves }, index) => moves === seen[index]?.moves)) return undefined;
    seen = again;
  }
}

/**
 * Moves what is missing to the fullest shard, or to the only one that will do, from the next fullest ones. Others may take it meanwhile: the
 * next try shows that.
 */
async function gather(
  wallets: Wallets,
  tenantId: string,
  seen: readonly Shard[],
  credits: number,
  only: number | undefined,
): Promise<number> {
  const fullestFirst = seen.toSorted((a, b) => b.available - a.available);
  const to = only === undefined ? fullestFirst[0] : seen[only];
  if (!to) throw new Error(`a wallet of ${seen.length} shards has none to gather on`);
  let missing = credits - to.available;
  for (const { shard, available } of fullestFirst.filter((one) => one !== to)) {
    if (missing <= 0) break;
    const some = Math.min(missing, available);
    if (some > 0 && (await wallets.move(tenantId, shard, to.shard, some))) missing -= some;
  }
  return to.shard;
}
