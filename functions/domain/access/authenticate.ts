import { permissionsOf } from '../directory/model.ts';
import { after, type Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { SESSION_IDLE, SESSION_NOTED_EVERY, type Session } from './model.ts';
import type { Account, Accounts, Secrets, Sessions } from './ports.ts';
import type { Credentials, Principal } from './principal.ts';
import { parseApiToken, parseSessionToken } from './tokens.ts';

export interface AuthenticateDependencies {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly secrets: Pick<Secrets, 'hash'>;
  readonly clock: Clock;
}

/**
 * Who sends these credentials. Asked for every request, so that what staff change holds from the next one on.
 *
 * @throws DomainError `not-logged-in`: unknown, ended, withdrawn or disabled, all the same to the caller
 */
export async function authenticate(deps: AuthenticateDependencies, { kind, token }: Credentials): Promise<Principal> {
  const principal = await (kind === 'session' ? bySession(deps, token) : byApiToken(deps, token));
  if (!principal) throw new DomainError('not-logged-in');
  return principal;
}

async function bySession({ accounts, sessions, secrets, clock }: AuthenticateDependencies, token: string) {
  const parsed = parseSessionToken(token);
  if (!parsed) return undefined;
  const account = await accounts.bySession({ ...parsed, secretHash: secrets.hash(parsed.secret) });
  const now = clock.now();
  if (account?.employee.status !== 'active' || hasEnded(account.session, now)) return undefined;
  const noted = new Date(account.session.lastSeenAt);
  if (after(noted, SESSION_NOTED_EVERY) <= now && !(await sessions.noteSeen(account.session, now))) return undefined;
  return employeePrincipal(account, account.session);
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
  if (new Date(token.expiresAt) <= clock.now()) return undefined;
  return {
    kind: 'api-token',
    id: token.tokenId,
    name: token.name,
    tenantId: tenant.tenantId,
    tenant,
    permissions: new Set(token.scopes),
    expiresAt: token.expiresAt,
  };
}

export function employeePrincipal({ tenant, employee, roles }: Account, session: Session): Principal {
  return {
    kind: 'employee',
    id: employee.employeeId,
    name: employee.name,
    loginName: employee.loginName,
    tenantId: tenant.tenantId,
    tenant,
    permissions: permissionsOf(employee, roles),
    expiresAt: session.expiresAt,
    sessionHash: session.secretHash,
  };
}

function hasEnded({ lastSeenAt, expiresAt }: Session, now: Date): boolean {
  return now >= new Date(expiresAt) || now >= after(new Date(lastSeenAt), SESSION_IDLE);
}
