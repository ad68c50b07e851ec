import type { ApiToken } from '../../domain/access/model.ts';
import type { ApiTokens } from '../../domain/access/ports.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import { apiTokenOf } from './codecs/api-token.ts';
import { exists } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { addOnce } from './idempotency.ts';
import { apiTokenPartition, keys } from './keys.ts';
import type { Table, Write } from './table.ts';

export class ApiTokenRepository implements ApiTokens {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** The ids are new each time, so that a second try of the SDK is one transaction. */
  async add(token: ApiToken, audit: AuditLine): Promise<void> {
    await this.#table.write(putOf(token), auditPut(audit));
  }

  async addOnce<A extends object>(
    token: ApiToken,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A>> {
    return addOnce(this.#table, token.tenantId, request, putOf(token), auditPut(audit));
  }

  async page(tenantId: string, limit: number, before?: string): Promise<{ items: ApiToken[]; more: boolean }> {
    const { items } = await this.#table.query({
      partition: { pk: apiTokenPartition(tenantId) },
      ...(before !== undefined && { sort: { attribute: 'sk', below: before } }),
      newestFirst: true,
      limit: limit + 1,
      consistent: true,
    });
    return { items: items.slice(0, limit).map(apiTokenOf), more: items.length > limit };
  }

  async remove(tenantId: string, tokenId: string, audit: AuditLine): Promise<boolean> {
    const token = { delete: keys.apiToken(tenantId, tokenId), condition: exists('pk') };
    const { done } = await this.#table.write(token, auditPut(audit));
    return done;
  }
}

const putOf = (token: ApiToken): Write => ({
  put: {
    ...keys.apiToken(token.tenantId, token.tokenId),
    ...{ type: 'api-token', v: 1, ...token, expiresAtSeconds: epochSeconds(token.expiresAt) },
  },
});
