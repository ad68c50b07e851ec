import type * as z from 'zod/mini';
import type { apiToken } from '../../../contract/routes/api-tokens.ts';
import type { ApiToken } from './model.ts';
import type { ApiTokens } from './ports.ts';

export interface ApiTokenPage {
  readonly items: z.input<typeof apiToken>[];
  /** the id after which the next page begins; absent on the last one */
  readonly next?: string;
}

/** A page of tokens, newest first; ended ones are shown until the table has dropped them. */
export async function listApiTokens(
  apiTokens: ApiTokens,
  tenantId: string,
  limit: number,
  before?: string,
): Promise<ApiTokenPage> {
  const { items, more } = await apiTokens.page(tenantId, limit, before);
  const last = items.at(-1);
  return { items: items.map(describeApiToken), ...(more && last && { next: last.tokenId }) };
}

/** A token as the API shows it: without its hash. */
export function describeApiToken(token: ApiToken): z.input<typeof apiToken> {
  const { tokenId, name, scopes, createdAt, createdBy, expiresAt } = token;
  return { id: tokenId, name, scopes: [...scopes], createdAt, createdBy, expiresAt };
}
