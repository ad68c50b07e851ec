const ULID = '[0-9A-HJKMNP-TV-Z]{26}';
const SECRET = '[A-Za-z0-9_-]{43}';
const SESSION = new RegExp(`^hs_(ten_${ULID})\\.((?:emp|wrk|con)_${ULID})\\.(${SECRET})$`);
const API_TOKEN = new RegExp(`^ht_(ten_${ULID})\\.(tok_${ULID})\\.(${SECRET})$`);

/**
 * Session and API tokens begin with the ids of what they open, so that the first read already goes to the right tenant;
 * the secret behind them decides.
 */
export const sessionToken = (tenantId: string, personId: string, secret: string) =>
  `hs_${tenantId}.${personId}.${secret}`;
export const apiTokenOf = (tenantId: string, tokenId: string, secret: string) => `ht_${tenantId}.${tokenId}.${secret}`;

export function parseSessionToken(token: string): { tenantId: string; personId: string; secret: string } | undefined {
  const [, tenantId, personId, secret] = SESSION.exec(token) ?? [];
  return tenantId && personId && secret ? { tenantId, personId, secret } : undefined;
}

export function parseApiToken(token: string): { tenantId: string; tokenId: string; secret: string } | undefined {
  const [, tenantId, tokenId, secret] = API_TOKEN.exec(token) ?? [];
  return tenantId && tokenId && secret ? { tenantId, tokenId, secret } : undefined;
}
