import type { Language } from '../../../../contract/catalogues/index.ts';
import type { Tenant } from '../../directory/model.ts';
import { DAY } from '../../shared/clock.ts';

/** An invitation can be accepted this long. */
export const INVITED_FOR = 7 * DAY;

/** Somebody who chooses login data by an invitation: `emp_…`, `con_…`. */
export interface Invitee {
  readonly tenant: Tenant;
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
  readonly mailAddress?: string;
  /** the present one; an accepted invitation puts another login in its place */
  readonly loginName?: string;
  /** of the access: goes up when the invitation is accepted */
  readonly epoch: number;
}

/** A person has one at most: a new one takes the place of the old, which is void by that. */
export interface Invitation {
  readonly tenantId: string;
  readonly personId: string;
  /** SHA-256 of the secret; the secret itself is in the mail alone */
  readonly secretHash: string;
  /** of the invitee's access when it was made: void once that has gone up */
  readonly epoch: number;
  readonly createdAt: string;
  readonly expiresAt: string;
}

const ULID = '[0-9A-HJKMNP-TV-Z]{26}';
const TOKEN = new RegExp(`^hi_(ten_${ULID})\\.((?:emp|con)_${ULID})\\.([A-Za-z0-9_-]{43})$`);

/** Begins, as every token does, with the ids of what it opens. */
export const invitationToken = (tenantId: string, personId: string, secret: string) =>
  `hi_${tenantId}.${personId}.${secret}`;

export function parseInvitationToken(token: string) {
  const [, tenantId, personId, secret] = TOKEN.exec(token) ?? [];
  return tenantId && personId && secret ? { tenantId, personId, secret } : undefined;
}

/** In the link's fragment, which browsers send to nobody: it is in no log of any server on the way. */
export const invitationLink = (site: string, token: string) => `${site}/invitation#${token}`;
