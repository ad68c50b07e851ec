/**
 * The code with which a box joins once: `hj_<tenant id>.<box id>.<secret>`. It says for which box it is, so that the first read goes
 * to the right place and the box knows the name to ask a certificate for; the secret behind it decides.
 */
const ULID = '[0-9A-HJKMNP-TV-Z]{26}';
const JOIN_CODE = new RegExp(`^hj_(ten_${ULID})\\.(box_${ULID})\\.([0-9A-Z-]+)$`);

/** Crockford's base 32: digits and letters but I, L, O and U, which are taken for others. */
export const READABLE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 28 characters of 5 bits: 140 bits. */
export const SECRET_LENGTH = 28;
const GROUP = 4;
/** What a person may have read for it. */
const MISREAD: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

export interface JoinCode {
  readonly tenantId: string;
  readonly boxId: string;
  /** without the hyphens that make it readable */
  readonly secret: string;
}

export function joinCodeOf({ tenantId, boxId, secret }: JoinCode): string {
  const groups = secret.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
  return `hj_${tenantId}.${boxId}.${groups.join('-')}`;
}

/** Small letters, missing hyphens and characters that look alike are forgiven in the secret. Undefined for what can't be a code. */
export function parseJoinCode(text: string): JoinCode | undefined {
  const end = text.lastIndexOf('.') + 1;
  const written = text
    .slice(end)
    .toUpperCase()
    .replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter);
  const [, tenantId, boxId, grouped] = JOIN_CODE.exec(text.slice(0, end) + written) ?? [];
  const secret = grouped?.replaceAll('-', '') ?? '';
  return tenantId && boxId && secret.length === SECRET_LENGTH ? { tenantId, boxId, secret } : undefined;
}
