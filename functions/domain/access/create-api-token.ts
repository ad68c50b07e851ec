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
import type { ApiTokens, DerivedSecret, Secrets } from './ports.ts';
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

/** Of a request that may come again. */
export interface OncePerKey {
  readonly key: string;
  readonly tenantKey: string;
  readonly derivedSecret: DerivedSecret;
}

/**
 * Makes a token that may do some of what its maker may do. Nobody can read it again: only its hash is kept. A request that comes
 * again with its key gets the same token.
 *
 * @throws DomainError `not-permitted` for a permission that the maker lacks, `idempotency-key-reused`
 */
export async function createApiToken(
  { apiTokens, secrets, clock, newId }: CreateApiTokenDependencies,
  maker: Acting,
  asked: NewApiToken,
  once?: OncePerKey,
): Promise<z.input<typeof apiToken> & { token: string }> {
  const { name, scopes, validDays } = asked;
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

  const now = clock.now();
  const tokenId = newId('tok');
  const secretOf = (id: string) => once?.derivedSecret(once.tenantKey, `${id} ${once.key}`) ?? secrets.make();
  const secret = secretOf(tokenId);
  const token: ApiToken = {
    tenantId: maker.tenantId,
    tokenId,
    secretHash: secrets.hash(secret),
    name,
    scopes,
    createdAt: now.toISOString(),
    createdBy: maker.id,
    expiresAt: after(now, validDays * DAY).toISOString(),
  };
  const audit = apiTokenAudit(newId, maker, tokenId, 'api-token-created', now);
  const described = describeApiToken(token);
  if (!once) {
    await apiTokens.add(token, audit);
    return { ...described, token: apiTokenOf(token.tenantId, tokenId, secret) };
  }
  const request = { route: 'createApiToken', key: once.key, asked: { ...asked, by: maker.id }, answer: described, now };
  const added = await apiTokens.addOnce(token, request, audit);
  if (added.kind === 'reused') throw new DomainError('idempotency-key-reused');
  const given = added.kind === 'repeated' ? added.answer : described;
  return { ...given, token: apiTokenOf(token.tenantId, given.id, secretOf(given.id)) };
}
