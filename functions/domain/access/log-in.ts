import { after, type Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { personPrincipal } from './authenticate.ts';
import { loginNameKey } from './login-name.ts';
import { type Login, SESSION_LIFETIME, type Session } from './model.ts';
import type { Account, Accounts, Logins, Passwords, Secrets } from './ports.ts';
import type { Principal } from './principal.ts';
import { sessionToken } from './tokens.ts';

export interface LogInDependencies {
  readonly logins: Logins;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly newId: NewId;
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
 * Unknown, wrong, locked, blocked and disabled make the same calls, one hash, and the same answer.
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
  if (!mayStillBeUsed(login, now)) throw new DomainError('login-failed');

  const account = await accounts.ofPerson(login);
  if (!account || !isOpen(account)) throw new DomainError('login-failed');
  const newHash = passwords.isOutdated(login.passwordHash) ? await passwords.hash(attempt.password) : undefined;
  return openSession(deps, login, account, newHash);
}

/** Opens a session for somebody who has just proved who they are. @throws DomainError `login-failed` */
export async function openSession(
  { logins, secrets, clock, newId }: Pick<LogInDependencies, 'logins' | 'secrets' | 'clock' | 'newId'>,
  login: Login,
  account: Account,
  newHash?: string,
): Promise<{ token: string; principal: Principal }> {
  const { tenantId, personId } = login;
  const now = clock.now();
  const secret = secrets.make();
  const session: Session = {
    ...{ tenantId, personId, sessionId: newId('ses'), secretHash: secrets.hash(secret) },
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: after(now, SESSION_LIFETIME).toISOString(),
    ...(account.kind === 'worker' && { epoch: account.access.epoch }),
    ...(login.issuedUntil !== undefined && { mustChangeLoginData: true }),
  };
  if (!(await logins.openSession(login, session, newHash))) throw new DomainError('login-failed');
  return { token: sessionToken(tenantId, personId, secret), principal: personPrincipal(account, session) };
}

/** An issued password opens one session, within its time (A1). */
function mayStillBeUsed({ issuedUntil, issuedUsedAt }: Login, now: Date): boolean {
  return issuedUntil === undefined || (issuedUsedAt === undefined && now < new Date(issuedUntil));
}

function isOpen(account: Account): boolean {
  return account.kind === 'employee' ? account.employee.status === 'active' : account.access.status === 'enabled';
}
