import { DomainError } from '../shared/domain-error.ts';
import type { Sessions } from './ports.ts';
import type { Principal } from './principal.ts';

/** Ends the session of this request; the cookie is worth nothing from here on. */
export async function logOut(sessions: Sessions, principal: Principal): Promise<void> {
  if (principal.kind === 'api-token') {
    throw new DomainError('not-permitted', {
      errors: [{ path: 'authorization', message: 'An API token is withdrawn at /v1/api-tokens, it cannot log out' }],
    });
  }
  const { tenantId, id, sessionHash } = principal;
  await sessions.end({ tenantId, personId: id, secretHash: sessionHash });
}
