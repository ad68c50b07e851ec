import { enforceLimits, type LimitDependencies } from '../limits/enforce-limits.ts';
import { networkOf } from '../limits/network-of.ts';
import { after, type Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { personPrincipal } from './authenticate.ts';
import { type Browser, knownDevice, shownDevice } from './devices/meet-device.ts';
import { countsItself, type Device } from './devices/model.ts';
import { loginNameKey } from './login-name.ts';
import { type Login, SESSION_LIFETIME, type Session } from './model.ts';
import { type Account, type Accounts, epochOf, type Logins, type Passwords, type Secrets } from './ports.ts';
import type { PersonPrincipal, Principal } from './principal.ts';
import { PENDING_FOR } from './second-factor/model.ts';
import { pendingAfterPassword } from './second-factor/pending.ts';
import type { SecondFactors } from './second-factor/ports.ts';
import { type AgencySites, newSiteSession, siteTokenEnd } from './sites/model.ts';
import { sessionToken, siteToken } from './tokens.ts';

export interface LogInDependencies extends LimitDependencies {
  readonly logins: Logins;
  readonly accounts: Accounts;
  readonly sites: Pick<AgencySites, 'isAllowedBy'>;
  readonly secondFactors: Pick<SecondFactors, 'find'>;
  readonly passwords: Passwords;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly newId: NewId;
  /** hears of a wrong password for an account that had none before, and of a login name that nobody has: never which */
  readonly guessedAt: (where: { readonly tenantId: string }) => void;
}

export interface Attempt {
  /** the tenant's short name */
  readonly tenant: string;
  readonly loginName: string;
  readonly password: string;
  /** the client's, as it came to us */
  readonly address: string;
  readonly browser?: Browser;
  /** the origin of the agency's own site that asks; it gets a token, and only for workers and hirers */
  readonly agencySite?: string | undefined;
}

export interface LoggedIn {
  readonly token: string;
  readonly principal: Principal;
  /** by which the browser is known from now on; absent where the login data are still those that the system made */
  readonly deviceToken?: string;
}

/** No tenant has this id: what is looked up for an unknown tenant, so that it takes as long as for a known one. */
export const NO_TENANT = 'ten_00000000000000000000000000';

/**
 * Opens a session. A try is taken before the password is looked at, so that any number of guesses at once get three.
 * Unknown, wrong, locked, blocked and disabled make the same calls, one hash, and the same answer.
 *
 * @throws DomainError `login-failed`, `too-many-tries`, `wrong-origin` for a site that the agency does not allow
 */
export async function logIn(deps: LogInDependencies, attempt: Attempt): Promise<LoggedIn> {
  const { logins, accounts, passwords, secrets } = deps;
  const { agencySite } = attempt;
  // To a page of another site a browser is not known: it has no cookie of ours there, and gets none.
  const browser = agencySite === undefined ? (attempt.browser ?? {}) : {};
  const now = deps.clock.now();
  const slug = attempt.tenant.toLowerCase();
  await enforceLimits(deps, { 'login-address': networkOf(attempt.address), 'login-tenant': slug });
  const tenantId = (await logins.tenantIdOf(slug)) ?? NO_TENANT;
  if (agencySite !== undefined && !(await deps.sites.isAllowedBy(tenantId, agencySite)))
    throw new DomainError('wrong-origin');
  const loginName = loginNameKey(attempt.loginName);
  const shown = shownDevice(browser, tenantId, secrets);
  const { login: found, device } = await logins.findWithDevice(tenantId, loginName, shown);
  // Staff log in on our own pages alone: elsewhere their logins are as unknown.
  const login = agencySite !== undefined && found?.personId.startsWith('emp_') ? undefined : found;
  const counter = login && device && countsItself(device, login, now) ? device : undefined;
  const taken = await logins.takeTry(tenantId, loginName, { login, device: counter }, now);
  if (!login || !taken) {
    await passwords.verifyNothing(attempt.password);
    if (!login) deps.guessedAt({ tenantId });
    throw new DomainError('login-failed');
  }
  if (!(await passwords.verify(attempt.password, login.passwordHash))) {
    if ((counter ?? login).tries === 0) deps.guessedAt({ tenantId });
    throw new DomainError('login-failed');
  }
  if (!mayStillBeUsed(login, now)) throw new DomainError('login-failed');

  const account = await accounts.ofPerson(login);
  if (!account || !isOpen(account, counter)) throw new DomainError('login-failed');
  const newHash = passwords.isOutdated(login.passwordHash) ? await passwords.hash(attempt.password) : undefined;
  return openSession(deps, login, account, { browser, device, counter, newHash, agencySite });
}

/** What is known of a login beside its person. */
interface How {
  readonly browser: Browser;
  /** that the browser showed, whosever it is */
  readonly device?: Device | undefined;
  /** the same, if the tries were counted on it */
  readonly counter?: Device | undefined;
  readonly newHash?: string | undefined;
  readonly agencySite?: string | undefined;
  /** the session in whose place this one comes: what that one did not lack, this one does not */
  readonly inPlaceOf?: Pick<PersonPrincipal, 'secondFactorAt'>;
}

/** Opens a session for somebody who has just proved who they are. @throws DomainError `login-failed` */
export async function openSession(
  {
    logins,
    secondFactors,
    secrets,
    clock,
    newId,
  }: Pick<LogInDependencies, 'logins' | 'secondFactors' | 'secrets' | 'clock' | 'newId'>,
  login: Login,
  account: Account,
  { browser, device: shown, counter, newHash, agencySite, inPlaceOf }: How,
): Promise<LoggedIn> {
  const { tenantId, personId } = login;
  const now = clock.now();
  const secret = secrets.make();
  const site = agencySite === undefined ? undefined : newSiteSession(agencySite, now);
  const pending =
    login.issuedUntil === undefined && !inPlaceOf
      ? pendingAfterPassword(account, await secondFactors.find(tenantId, personId))
      : undefined; // the session after the change of the login data will say
  const session: Session = {
    ...{ tenantId, personId, sessionId: newId('ses'), secretHash: secrets.hash(secret) },
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: site ? siteTokenEnd(site, now) : after(now, pending ? PENDING_FOR : SESSION_LIFETIME).toISOString(),
    ...(site && { site }),
    epoch: epochOf(account),
    ...(login.issuedUntil !== undefined && { mustChangeLoginData: true }),
    ...(pending && { pending }),
    ...(inPlaceOf?.secondFactorAt !== undefined && { secondFactorAt: inPlaceOf.secondFactorAt }),
  };
  const deviceBefore = shown?.personId === personId ? shown : undefined;
  const known =
    session.mustChangeLoginData || site
      ? undefined
      : knownDevice({ secrets, newId }, login, browser, deviceBefore, now);
  const along = { newHash, device: known?.device, deviceBefore, countedOnDevice: counter !== undefined };
  if (!(await logins.openSession(login, session, along))) throw new DomainError('login-failed');
  return {
    token: (site ? siteToken : sessionToken)(tenantId, personId, secret),
    principal: personPrincipal(account, session),
    ...(known && { deviceToken: known.token }),
  };
}

/** An issued password opens one session, within its time (A1). */
function mayStillBeUsed({ issuedUntil, issuedUsedAt }: Login, now: Date): boolean {
  return issuedUntil === undefined || (issuedUsedAt === undefined && now < new Date(issuedUntil));
}

/** A block by wrong passwords is one for strangers: a device that is known has its own tries (A8). */
function isOpen(account: Account, counter: Device | undefined): boolean {
  if (account.kind === 'employee') return account.employee.status === 'active';
  if (account.kind === 'contact') return account.access.status === 'enabled';
  const { status, cause } = account.access;
  return status === 'enabled' || (status === 'blocked' && cause === 'auto' && counter !== undefined);
}
