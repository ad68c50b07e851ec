import { after, type Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { employeePrincipal } from './authenticate.ts';
import { loginNameKey } from './login-name.ts';
import { type Login, SESSION_LIFETIME, type Session } from './model.ts';
import type { Accounts, Logins, Passwords, Secrets } from './ports.ts';
import type { Principal } from './principal.ts';
import { sessionToken } from './tokens.ts';

export interface LogInDependencies {
  readonly logins: Logins;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

export interface Attempt {
  /** the tenant's short name */
  readonly tenant: string;
  readonly loginName: string;
  readonly password: string;
}

/** No tenant has this id: what is looked up for an unknown tenant, so that it takes as long as for a known one. */
const NO_TENANT = 'ten_00000000000000000000000000';

/**
 * Opens a session. A try is taken before the password is looked at, so that any number of guesses at once get three.
 * Unknown, wrong, locked and disabled make the same calls, one hash, and the same answer.
 *
 * @throws DomainError `login-failed`
 */
export async function logIn(
  deps: LogInDependencies,
  attempt: Attempt,
): Promise<{ token: string; principal: Principal }> {
  const { logins, accounts, passwords } = deps;
  const now = deps.clock.now();
  const tenantId = (await logins.tenantIdOf(attempt.tenant.toLowerCase())) ?? NO_TENANT;
  const loginName = loginNameKey(attempt.loginName);
  const login = await logins.find(tenantId, loginName);
  const taken = await logins.takeTry(tenantId, loginName, login, now);
  if (!login || !taken) {
    await passwords.verifyNothing(attempt.password);
    throw new DomainError('login-failed');
  }
  if (!(await passwords.verify(attempt.password, login.passwordHash))) throw new DomainError('login-failed');

  const account = await accounts.ofEmployee({ tenantId: login.tenantId, employeeId: login.personId });
  if (account?.employee.status !== 'active') throw new DomainError('login-failed');
  const secret = deps.secrets.make();
  const session = newSession(login, deps.secrets.hash(secret), now);
  const newHash = passwords.isOutdated(login.passwordHash) ? await passwords.hash(attempt.password) : undefined;
  if (!(await logins.openSession(login, session, newHash))) throw new DomainError('login-failed');
  return {
    token: sessionToken(login.tenantId, login.personId, secret),
    principal: employeePrincipal(account, session),
  };
}

function newSession({ tenantId, personId }: Login, secretHash: string, now: Date): Session {
  return {
    tenantId,
    personId,
    secretHash,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: after(now, SESSION_LIFETIME).toISOString(),
  };
}
