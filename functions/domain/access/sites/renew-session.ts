import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { LoggedIn } from '../log-in.ts';
import type { Secrets, Sessions } from '../ports.ts';
import type { Principal } from '../principal.ts';
import { siteToken } from '../tokens.ts';
import { siteTokenEnd } from './model.ts';

/**
 * A new token for a session of an agency's own site; the one that it was asked with ends in the same write, so that of two who hold
 * it one alone goes on.
 *
 * @throws DomainError `action-not-possible` for a login that has no such token; `not-logged-in` when it ended meanwhile
 */
export async function renewSession(
  {
    sessions,
    secrets,
    clock,
  }: { readonly sessions: Pick<Sessions, 'find' | 'rotate'>; readonly secrets: Secrets; readonly clock: Clock },
  principal: Principal,
): Promise<Pick<LoggedIn, 'token' | 'principal'>> {
  if (principal.kind === 'api-token' || !principal.site) {
    const message = 'Only the token of an agency’s own site is renewed; this login goes on by being used';
    throw new DomainError('action-not-possible', { errors: [{ path: 'authorization', message }] });
  }
  const { tenantId, id: personId, sessionHash, site } = principal;
  const before = await sessions.find({ tenantId, personId, secretHash: sessionHash });
  const now = clock.now();
  const secret = secrets.make();
  const expiresAt = siteTokenEnd(site, now);
  const next = before && {
    ...{ ...before, secretHash: secrets.hash(secret), lastSeenAt: now.toISOString(), expiresAt },
  };
  if (!next || !(await sessions.rotate(before, next))) throw new DomainError('not-logged-in');
  return {
    token: siteToken(tenantId, personId, secret),
    principal: { ...principal, sessionHash: next.secretHash, expiresAt },
  };
}
