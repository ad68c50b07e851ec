import type { Session } from '../model.ts';
import type { Account } from '../ports.ts';
import { isSet, type Pending, type SecondFactor } from './model.ts';
import type { SecondFactors } from './ports.ts';

/** Whether the agency wants a second factor of this person (A22): of its staff, unless it has decided otherwise. */
export const isRequired = (account: Account) =>
  account.kind === 'employee' && account.tenant.staffSecondFactor === 'required';

/** What a session still lacks after the password. */
export function pendingAfterPassword(account: Account, factor: SecondFactor | undefined): Pending | undefined {
  if (factor && isSet(factor)) return 'second-factor';
  return isRequired(account) ? 'enrol-second-factor' : undefined;
}

/**
 * What an open session lacks at this request: what it lacked after the password, or what its agency asks for since. Something is read in
 * the latter case alone, until the session has given it.
 */
export async function lackingNow(
  secondFactors: Pick<SecondFactors, 'find'>,
  account: Account,
  { tenantId, personId, pending, secondFactorAt }: Session,
): Promise<Pending | undefined> {
  const { staffSecondFactorSince: since = '' } = account.tenant;
  const isGiven = secondFactorAt !== undefined && secondFactorAt >= since;
  if (pending || isGiven || !isRequired(account)) return pending;
  return pendingAfterPassword(account, await secondFactors.find(tenantId, personId));
}
