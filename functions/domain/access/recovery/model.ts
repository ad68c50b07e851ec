import { MINUTE } from '../../shared/clock.ts';
import type { Login } from '../model.ts';
import type { Account } from '../ports.ts';

/** A code is good this long (ASVS 5.0, 6.5.5) … */
export const CODE_VALID_FOR = 10 * MINUTE;
/** … for as many tries, right or wrong. */
export const CODE_TRIES = 5;
/** From the code to the new password. */
export const PROOF_VALID_FOR = 15 * MINUTE;

/** A way back to a login whose password is forgotten. It changes nothing of the login before the end. */
export interface Recovery {
  readonly tenantId: string;
  /** `rec_…` */
  readonly recoveryId: string;
  /** login name or mail address, as it was typed; it may be nobody's */
  readonly account: string;
  readonly channel: 'mail' | 'sms';
  /** ISO 8601 */
  readonly startedAt: string;
  readonly codeUntil: string;
  readonly tries: number;
  /** whose it is: known once a code goes out; without it there is none that counts */
  readonly person?: RecoveringPerson;
  /** what the code was answered with, stored as SHA-256 */
  readonly proof?: { readonly hash: string; readonly until: string };
  /** the question that was answered, by when it was recorded */
  readonly answered?: string;
  /** a new password was set */
  readonly usedAt?: string;
}

/** A login as it was when its code went out: one of another epoch is another one, if it has the same name. */
export interface RecoveringPerson {
  readonly personId: string;
  readonly loginName: string;
  readonly epoch: number;
}

/** True for a worker who has still to choose login data, with those that the agency issued, whether or not they have run out. */
export function isWaitingForOwn(login: Login, account: Account): boolean {
  if (account.kind !== 'worker' || login.blocked || login.issuedUntil === undefined) return false;
  return account.access.status !== 'disabled';
}

/**
 * True if a forgotten password can be replaced: of a login that is open, or that wrong passwords alone have locked (A6). Issued
 * login data are replaced by new ones from staff, as their name is to be changed too.
 */
export function isRecoverable(login: Login, account: Account): boolean {
  if (login.blocked || login.issuedUntil !== undefined) return false;
  if (account.kind === 'employee') return account.employee.status === 'active';
  if (account.kind === 'contact') return account.access.status === 'enabled';
  const { status, cause } = account.access;
  return status === 'enabled' || (status === 'blocked' && cause === 'auto');
}
