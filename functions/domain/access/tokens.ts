const ULID = '[0-9A-HJKMNP-TV-Z]{26}';
const SECRET = '[A-Za-z0-9_-]{43}';
const SESSION = new RegExp(`^hs_(ten_${ULID})\\.((?:emp|wrk|con)_${ULID})\\.(${SECRET})$`);
const DEVICE = new RegExp(`^hd_(ten_${ULID})\\.((?:emp|wrk|con)_${ULID})\\.(${SECRET})$`);
const SITE = new RegExp(`^hb_(ten_${ULID})\\.((?:wrk|con)_${ULID})\\.(${SECRET})$`);
const API_TOKEN = new RegExp(`^ht_(ten_${ULID})\\.(tok_${ULID})\\.(${SECRET})$`);

/**
 * Tokens of sessions, devices and systems begin with the ids of what they open, so that the first read already goes to the right tenant;
 * the secret behind them decides.
 */
export const sessionToken = (tenantId: string, personId: string, secret: string) =>
  `hs_${tenantId}.${personId}.${secret}`;
/** Of a session of an agency's own site, for scripts to send: it counts as no cookie, and no cookie counts as one. */
export const siteToken = (tenantId: string, personId: string, secret: string) => `hb_${tenantId}.${personId}.${secret}`;
export const deviceToken = (tenantId: string, personId: string, secret: string) =>
  `hd_${tenantId}.${personId}.${secret}`;
export const apiTokenOf = (tenantId: string, tokenId: string, secret: string) => `ht_${tenantId}.${tokenId}.${secret}`;

export const parseSessionToken = (token: string) => parsePersonToken(SESSION, token);
export const parseSiteToken = (token: string) => parsePersonToken(SITE, token);
export const parseDeviceToken = (token: string) => parsePersonToken(DEVICE, token);

function parsePersonToken(form: RegExp, token: string) {
  const [, tenantId, personId, secret] = form.exec(token) ?? [];
  return tenantId && personId && secret ? { tenantId, personId, secret } : undefined;
}

export function parseApiToken(token: string): { tenantId: string; tokenId: string; secret: string } | undefined {
  const [, tenantId, tokenId, secret] = API_TOKEN.exec(token) ?? [];
  return tenantId && tokenId && secret ? { tenantId, tokenId, secret } : undefined;
}
