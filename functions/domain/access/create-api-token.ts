import type * as z from 'zod/mini';
import type { Scope } from '../../../contract/permissions.ts';
import type { apiToken } from '../../../contract/routes/api-tokens.ts';
import type { Acting } from '../directory/employees/rights.ts';
import { after, type Clock, DAY } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { apiTokenAudit } from './delete-api-token.ts';
import { describeApiToken } from './list-api-tokens.ts';
import type { ApiToken } from './model.ts';
import type { ApiTokens, Secrets } from './ports.ts';
import { apiTokenOf } from './tokens.ts';

export interface CreateApiTokenDependencies {
  readonly apiTokens: ApiTokens;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface NewApiToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly validDays: number;
}

/**
 * Makes a token that may do some of what its maker may do. Nobody can read it again: only its hash is kept.
 *
 * @throws DomainError `not-permitted` for a permission that the maker lacks
 */
export async function createApiToken(
  { apiTokens, secrets, clock, newId }: CreateApiTokenDependencies,
  maker: Acting,
  { name, scopes, validDays }: NewApiToken,
): Promise<z.input<typeof apiToken> & { token: string }> {
  const errors = scopes.flatMap((scope, place) =>
    maker.permissions.has(scope)
      ? []
      : [
          {
            path: `scopes[${place}]`,
            message: 'You do not have {permission} yourself' as const,
            values: { permission: scope },
          },
        ],
  );
  if (errors.length > 0) throw new DomainError('not-permitted', { errors });

  const secret = secrets.make();
  const now = clock.now();
  const token: ApiToken = {
    tenantId: maker.tenantId,
    tokenId: newId('tok'),
    secretHash: secrets.hash(secret),
    name,
    scopes,
    createdAt: now.toISOString(),
    createdBy: maker.id,
    expiresAt: after(now, validDays * DAY).toISOString(),
  };
  await apiTokens.add(token, apiTokenAudit(newId, maker, token.tokenId, 'api-token-created', now));
  return { ...describeApiToken(token), token: apiTokenOf(token.tenantId, token.tokenId, secret) };
}
