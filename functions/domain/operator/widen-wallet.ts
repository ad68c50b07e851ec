import type { Shard } from '../credits/model.ts';
import type { Wallets } from '../credits/ports.ts';
import type { Tenant } from '../directory/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { type Operator, operatorLines } from './acting.ts';
import type { Tenants } from './ports.ts';

export interface WidenDependencies {
  readonly tenants: Pick<Tenants, 'widenWallet'>;
  readonly wallets: Wallets;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Puts the credits of an agency on more shards, and what is available evenly over them: one takes some 50 messages a second. It never gets
 * fewer, as what was reserved on a shard is booked there. Asked for again it goes on where it ended.
 *
 * @param shards 1 to `MAX_SHARDS`
 * @throws DomainError `action-not-possible` where it has more
 */
export async function widenWallet(
  { tenants, wallets, clock, newId }: WidenDependencies,
  operator: Operator,
  { tenantId }: Pick<Tenant, 'tenantId'>,
  shards: number,
): Promise<void> {
  const what = { action: 'wallet-widened', detail: `${shards} shards` };
  const audit = operatorLines(newId, operator, tenantId, clock.now().toISOString(), what);
  if (!(await tenants.widenWallet(tenantId, shards, audit))) {
    const message = 'The wallet has more shards: it can only get more';
    throw new DomainError('action-not-possible', { errors: [{ path: 'shards', message }] });
  }
  const seen = await wallets.shards(tenantId, shards);
  for (const { from, to, credits } of evenly(seen)) await wallets.move(tenantId, from, to, credits);
}

/** What has to be moved until each shard has its share of what is available. */
function evenly(seen: readonly Shard[]): { from: number; to: number; credits: number }[] {
  const share = Math.floor(seen.reduce((sum, { available }) => sum + available, 0) / seen.length);
  const above = seen
    .map(({ shard, available }) => ({ shard, spare: available - share }))
    .filter(({ spare }) => spare > 0);
  return seen.flatMap(({ shard, available }) => {
    let missing = share - available;
    return above.flatMap((giver) => {
      const credits = Math.min(missing, giver.spare);
      if (credits <= 0) return [];
      missing -= credits;
      giver.spare -= credits;
      return [{ from: giver.shard, to: shard, credits }];
    });
  });
}
