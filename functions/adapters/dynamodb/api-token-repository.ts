import type { ApiToken } from '../../domain/access/model.ts';
import type { ApiTokens } from '../../domain/access/ports.ts';
import { apiTokenOf } from './codecs/api-token.ts';
import { exists } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { apiTokenPartition, keys } from './keys.ts';
import type { Table } from './table.ts';

export class ApiTokenRepository implements ApiTokens {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** The id is new each time, so that a repetition of this write changes nothing. */
  async add(token: ApiToken): Promise<void> {
    await this.#table.write({
      put: {
        ...keys.apiToken(token.tenantId, token.tokenId),
        type: 'api-token',
        v: 1,
        ...token,
        expiresAtSeconds: epochSeconds(token.expiresAt),
      },
    });
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

  async remove(tenantId: string, tokenId: string): Promise<boolean> {
    const { done } = await this.#table.write({ delete: keys.apiToken(tenantId, tokenId), condition: exists('pk') });
    return done;
  }
}
