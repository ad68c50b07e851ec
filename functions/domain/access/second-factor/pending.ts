import type { Account } from '../ports.ts';
import { isSet, type Pending, type SecondFactor } from './model.ts';

/** Whether the agency wants a second factor of this person (A22): of its staff, unless it has decided otherwise. */
export const isRequired = (account: Account) =>
  account.kind === 'employee' && account.tenant.staffSecondFactor === 'required';

/** What a session still lacks after the password. */
export function pendingAfterPassword(account: Account, factor: SecondFactor | undefined): Pending | undefined {
  if (factor && isSet(factor)) return 'second-factor';
  return isRequired(account) ? 'enrol-second-factor' : undefined;
}
