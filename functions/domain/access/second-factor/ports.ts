import type { AuditLine } from '../../audit/model.ts';
import type { Notification } from '../../notifications/model.ts';
import type { Session } from '../model.ts';
import type { SecondFactor } from './model.ts';

/** One session in place of another: what was open by the old token is open by the new one alone (A16). */
export interface Rotation {
  readonly before: Session;
  readonly after: Session;
}

/** What is written down together with a change. */
export interface Written {
  readonly audit: AuditLine;
  /** into the person's file; the person is mailed by it */
  readonly notification?: Notification;
}

export interface SecondFactors {
  find(tenantId: string, personId: string): Promise<SecondFactor | undefined>;
  /** Takes one of the tries, before a code is looked at. False when none is left. */
  takeTry(seen: SecondFactor, now: Date): Promise<boolean>;
  /** All in one write. False when the factors are no longer those of `before`, or the session has ended. */
  change(before: SecondFactor, after: SecondFactor, written: Written, rotation?: Rotation): Promise<boolean>;
}

/** Codes by time (RFC 6238): SHA-1, six digits, 30 seconds. */
export interface TotpCodes {
  /** 160 random bits, base32 */
  makeSecret(): string;
  /** The time step whose code this is: the present one, or one beside it; undefined for a wrong code. */
  stepOf(secret: string, code: string, now: Date): number | undefined;
}

/** Keeps secrets unreadable at rest: each opens only for the person whom it was sealed for. */
export interface Sealer {
  seal(secret: string, owner: SealOwner): string;
  open(sealed: string, owner: SealOwner): string;
}
export interface SealOwner {
  /** the tenant's key */
  readonly key: string;
  readonly personId: string;
  /** keeps keys apart that are made of the same one; absent: a second factor */
  readonly purpose?: string;
}

/** Chance, from outside. */
export interface RecoveryCodeMaker {
  /** at least 80 random bits, in letters and digits that are not taken for each other */
  password(): string;
}
