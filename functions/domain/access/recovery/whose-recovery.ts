import { loginNameKey } from '../login-name.ts';
import type { Login } from '../model.ts';
import { type Account, type Accounts, type Logins, loginNameOf } from '../ports.ts';
import type { Recovery } from './model.ts';
import type { MailAddressOwners } from './ports.ts';

/** Of those who share a mail address so many are looked at, with login or without; the others are told to ask the agency. */
export const PEOPLE_AT_MOST = 100;

/** A login that a recovery may be of, with whose it is. */
export interface FoundLogin {
  readonly login: Login;
  readonly account: Account;
}

export interface FoundLogins {
  /** that has what was typed as its name */
  readonly named: FoundLogin | undefined;
  /** of the others who have what was typed as a mail address */
  readonly addressed: readonly FoundLogin[];
  /** more have it than were looked at */
  readonly areMore: boolean;
}

export interface WhoseRecoveryDependencies {
  readonly logins: Pick<Logins, 'find'>;
  readonly accounts: Pick<Accounts, 'ofPerson'>;
  readonly owners: MailAddressOwners;
}

/** Finds the logins by what was typed, which may be a login name, a mail address, or both. */
export async function whoseRecovery(
  { logins, accounts, owners }: WhoseRecoveryDependencies,
  { tenantId, account: typed }: Pick<Recovery, 'tenantId' | 'account'>,
): Promise<FoundLogins> {
  const login = await logins.find(tenantId, typed);
  const account = login && (await accounts.ofPerson(login));
  const named = login && account && { login, account };
  if (!typed.includes('@')) return { named, addressed: [], areMore: false };
  const { personIds, areMore } = await owners.ofAddress(tenantId, typed, PEOPLE_AT_MOST);
  const others = personIds.filter((personId) => personId !== login?.personId);
  const found = await Promise.all(
    others.map(async (personId): Promise<FoundLogin[]> => {
      const account = await accounts.ofPerson({ tenantId, personId });
      const loginName = account && loginNameOf(account);
      const login = loginName === undefined ? undefined : await logins.find(tenantId, loginNameKey(loginName));
      return account && login ? [{ account, login }] : [];
    }),
  );
  return { named, addressed: found.flat(), areMore };
}
