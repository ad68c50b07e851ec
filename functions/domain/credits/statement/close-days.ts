import type { Tenant } from '../../directory/model.ts';
import { after, type Clock, MINUTE } from '../../shared/clock.ts';
import { bookingDay } from '../ledger.ts';
import { ledgerDays } from './ledger-days.ts';
import type { Ledger } from './ports.ts';

/** No function that books on a day still runs this long after it. */
const SETTLED_AFTER = 10 * MINUTE;

export interface CloseDependencies {
  readonly ledger: Ledger;
  readonly tenants: { find(tenantId: string): Promise<Tenant | undefined> };
  readonly clock: Clock;
}

/**
 * Closes the days that are over. Nothing is booked on them any more, so that it is the same whoever does it, and how often: the statement
 * of a month then reads one line a day, however many shards the wallet has.
 */
export async function closeDays({ ledger, tenants, clock }: CloseDependencies, tenantId: string): Promise<void> {
  const tenant = await tenants.find(tenantId);
  if (!tenant) return;
  const purse = { tenantId, shards: tenant.walletShards };
  const today = bookingDay(after(clock.now(), -SETTLED_AFTER));
  const newest = await ledger.closingBefore(tenantId, today);
  const from = newest?.day ?? FIRST;
  for (const { isClosed, day, credits, messages, balance } of await ledgerDays(ledger, purse, from, today))
    if (!isClosed && day < today) await ledger.close(tenantId, { day, credits, messages, balance });
}

/** Before the first day of any agency. */
const FIRST = '2020-01-01';
