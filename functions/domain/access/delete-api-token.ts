import { DomainError } from '../shared/domain-error.ts';
import type { ApiTokens } from './ports.ts';

/**
 * Withdraws a token: the next request with it is refused.
 *
 * @throws DomainError `not-found`
 */
export async function deleteApiToken(apiTokens: ApiTokens, tenantId: string, tokenId: string): Promise<void> {
  if (!(await apiTokens.remove(tenantId, tokenId))) throw new DomainError('not-found');
}
