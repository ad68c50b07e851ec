import type { Scope } from '../../../contract/permissions.ts';
import { HOUR, MINUTE } from '../shared/clock.ts';
import type { Pending } from './second-factor/model.ts';
import type { Challenge } from './second-factor/passkeys/model.ts';
import type { SiteSession } from './sites/model.ts';

/** A session ends this long after its last request. Noted at most once a minute, so it may end a minute sooner. */
export const SESSION_IDLE = 30 * MINUTE;
/** A session ends this long after the login, whatever happens. */
export const SESSION_LIFETIME = 12 * HOUR;
/** How exactly the last request of a session is known: a write for each request would cost more than it tells. */
export const SESSION_NOTED_EVERY = MINUTE;

/** Wrong passwords until a login is locked … */
export const TRIES = 3;
/** … and for how long, counted from the last try that was looked at. */
export const LOCKED_FOR = 15 * MINUTE;

/** What a login name opens. */
export interface Login {
  readonly tenantId: string;
  readonly loginName: string;
  /** the employee (`emp_…`), worker (`wrk_…`) or contact (`con_…`) who has it */
  readonly personId: string;
  readonly passwordHash: string;
  /** tries since the last success, or since the last lock ended; 0 to 3 */
  readonly tries: number;
  /** goes up when the login data are others: devices of an older one are void; absent: 0 */
  readonly epoch?: number;
  /** staff took the access away for a time: no password opens it */
  readonly blocked?: true;
  /** the third wrong password was written down as a block: a try that was taken before comes too late */
  readonly locked?: true;
  /** the system made the password, and it opens one session until then */
  readonly issuedUntil?: string;
  readonly issuedUsedAt?: string;
  /** ISO 8601; absent before the first try */
  readonly lastTryAt?: string;
}

export interface Session {
  readonly tenantId: string;
  /** whose it is: `emp_…`, `wrk_…`, `con_…` */
  readonly personId: string;
  /** `ses_…`, by which its owner ends it */
  readonly sessionId: string;
  /** SHA-256 of the secret; the secret itself is with the browser alone */
  readonly secretHash: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  /** of the person's access when it began: it ends when that goes up */
  readonly epoch: number;
  /** when the password was given again; ISO 8601 */
  readonly confirmedAt?: string;
  /** it can do nothing but change the login data */
  readonly mustChangeLoginData?: true;
  /** it was opened by a page of the agency's own site, and counts there alone */
  readonly site?: SiteSession;
  /** it can do nothing before that is given, or set up */
  readonly pending?: Pending;
  /** when a second factor was given in it, or set up; ISO 8601 */
  readonly secondFactorAt?: string;
  /** what its browser was asked to have a passkey sign */
  readonly challenge?: Challenge;
}

/** A system's key to the API. It belongs to the tenant: it goes on when the employee who made it leaves. */
export interface ApiToken {
  readonly tenantId: string;
  readonly tokenId: string;
  readonly secretHash: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
}
