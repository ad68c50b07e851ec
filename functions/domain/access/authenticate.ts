import { permissionsOf } from '../directory/model.ts';
import { rightsOfEmployee, rightsOfToken } from '../messaging/settings/sending-rights.ts';
import { after, type Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { SESSION_IDLE, SESSION_NOTED_EVERY, type Session } from './model.ts';
import { type Account, type Accounts, epochOf, type Secrets, type Sessions } from './ports.ts';
import type { Credentials, Principal } from './principal.ts';
import { lackingNow } from './second-factor/pending.ts';
import type { SecondFactors } from './second-factor/ports.ts';
import type { AgencySites } from './sites/model.ts';
import { parseApiToken, parseSessionToken, parseSiteToken } from './tokens.ts';

export interface AuthenticateDependencies {
  readonly accounts: Accounts;
  readonly sessions: Pick<Sessions, 'noteSeen'>;
  readonly secondFactors: Pick<SecondFactors, 'find'>;
  readonly secrets: Pick<Secrets, 'hash'>;
  /** for functions that pages of agencies' own sites ask */
  readonly sites?: Pick<AgencySites, 'isAllowedBy'> | undefined;
  readonly clock: Clock;
}

/**
 * Who sends these credentials. Asked for every request, so that what staff change holds from the next one on.
 *
 * @throws DomainError `not-logged-in`: unknown, ended, withdrawn or disabled, all the same to the caller; `wrong-origin`: a site
 *   that the agency does not allow, or no longer
 */
export async function authenticate(deps: AuthenticateDependencies, credentials: Credentials): Promise<Principal> {
  const { kind, token } = credentials;
  const principal = await (kind === 'api-token' ? byApiToken(deps, token) : bySession(deps, credentials));
  if (!principal) throw new DomainError('not-logged-in');
  return principal;
}

async function bySession(deps: AuthenticateDependencies, credentials: Credentials) {
  const { accounts, sessions, secrets, clock } = deps;
  const origin = credentials.kind === 'site-session' ? credentials.origin : undefined;
  const parsed = (origin === undefined ? parseSessionToken : parseSiteToken)(credentials.token);
  if (!parsed) return undefined;
  if (origin !== undefined && !(await deps.sites?.isAllowedBy(parsed.tenantId, origin)))
    throw new DomainError('wrong-origin');
  const found = await accounts.bySession({ ...parsed, secretHash: secrets.hash(parsed.secret) });
  const now = clock.now();
  if (!found || !stillCounts(found.account, found.session) || hasEnded(found.session, now)) return undefined;
  const { account, session } = found;
  if (session.site?.origin !== origin) return undefined;
  const noted = new Date(session.lastSeenAt);
  if (after(noted, SESSION_NOTED_EVERY) <= now && !(await sessions.noteSeen(session, now))) return undefined;
  const pending = await lackingNow(deps.secondFactors, account, session);
  return personPrincipal(account, { ...session, ...(pending && { pending }) });
}

/** What staff did since: an automatic block leaves sessions open (A7), everything else raised the epoch. */
function stillCounts(account: Account, session: Session): boolean {
  if (account.kind === 'employee' && account.employee.status !== 'active') return false;
  if (account.kind === 'contact' && account.access.status !== 'enabled') return false;
  return epochOf(account) === session.epoch;
}

async function byApiToken(
  { accounts, secrets, clock }: AuthenticateDependencies,
  given: string,
): Promise<Principal | undefined> {
  const parsed = parseApiToken(given);
  if (!parsed) return undefined;
  const found = await accounts.byToken(parsed);
  if (!found || found.token.secretHash !== secrets.hash(parsed.secret)) return undefined;
  const { tenant, token } = found;
  if (tenant.operators || new Date(token.expiresAt) <= clock.now()) return undefined;
  return {
    kind: 'api-token',
    id: token.tokenId,
    name: token.name,
    tenantId: tenant.tenantId,
    tenant,
    ...rightsOfToken(tenant.messaging, token.scopes),
    expiresAt: token.expiresAt,
  };
}

export function personPrincipal(account: Account, session: Session): Principal {
  const { tenant } = account;
  const shared = {
    tenantId: tenant.tenantId,
    tenant,
    expiresAt: session.expiresAt,
    sessionHash: session.secretHash,
    ...(session.confirmedAt !== undefined && { confirmedAt: session.confirmedAt }),
    ...(session.mustChangeLoginData && { mustChangeLoginData: true as const }),
    ...(session.site && { site: session.site }),
    ...(session.secondFactorAt !== undefined && { secondFactorAt: session.secondFactorAt }),
    ...(session.pending && { pending: session.pending }),
  };
  if (account.kind === 'worker') {
    const { workerId: id, name } = account.worker;
    return { ...shared, kind: 'worker', id, name, loginName: account.access.loginName ?? '', permissions: new Set() };
  }
  if (account.kind === 'contact') {
    const { contactId: id, name, companyId } = account.contact;
    return {
      ...{ ...shared, kind: 'contact', id, name, companyId },
      ...{ loginName: account.access.loginName ?? '', permissions: new Set() },
    };
  }
  const { employeeId: id, name, loginName = '', smsSignature } = account.employee;
  // What operators may do is no permission: no role holds it, and no permission of a role is theirs.
  if (tenant.operators) return { ...shared, kind: 'operator', id, name, loginName, permissions: new Set() };
  return {
    ...shared,
    kind: 'employee',
    id,
    name,
    loginName,
    ...(smsSignature !== undefined && { smsSignature }),
    ...rightsOfEmployee(tenant.messaging, account.employee.roles, permissionsOf(account.employee, account.roles)),
  };
}

function hasEnded({ lastSeenAt, expiresAt }: Session, now: Date): boolean {
  return now >= new Date(expiresAt) || now >= after(new Date(lastSeenAt), SESSION_IDLE);
}
