import { DomainError } from '../shared/domain-error.ts';
import type { Sessions } from './ports.ts';
import type { Principal } from './principal.ts';

/** Ends the session of this request; the cookie is worth nothing from here on. */
export async function logOut(sessions: Sessions, { tenantId, id, sessionHash }: Principal): Promise<void> {
  if (sessionHash === undefined) {
    throw new DomainError('not-permitted', {
      errors: [{ path: 'authorization', message: 'An API token is withdrawn at /v1/api-tokens, it cannot log out' }],
    });
  }
  await sessions.end({ tenantId, employeeId: id, secretHash: sessionHash });
}
