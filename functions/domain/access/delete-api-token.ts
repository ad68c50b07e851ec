import type { AuditLine } from '../audit/model.ts';
import type { Actor } from '../directory/entries/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import type { ApiTokens } from './ports.ts';

export interface DeleteApiTokenDependencies {
  readonly apiTokens: Pick<ApiTokens, 'remove'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Withdraws a token: the next request with it is refused.
 *
 * @throws DomainError `not-found`
 */
export async function deleteApiToken(
  { apiTokens, clock, newId }: DeleteApiTokenDependencies,
  actor: Actor,
  tokenId: string,
): Promise<void> {
  const audit = apiTokenAudit(newId, actor, tokenId, 'api-token-withdrawn', clock.now());
  if (!(await apiTokens.remove(actor.tenantId, tokenId, audit))) throw new DomainError('not-found');
}

export function apiTokenAudit(
  newId: NewId,
  { tenantId, id: by, requestId, address }: Actor,
  subjectId: string,
  action: string,
  at: Date,
): AuditLine {
  const auditId = newId('aud');
  return { tenantId, subjectId, auditId, at: at.toISOString(), by, requestId, address, action };
}
