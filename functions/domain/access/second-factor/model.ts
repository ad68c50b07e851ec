import { MINUTE } from '../../shared/clock.ts';
import type { Passkey } from './passkeys/model.ts';

/** What a session still lacks before it can do anything else. */
export type Pending = 'second-factor' | 'enrol-second-factor';

/** A session that lacks a second factor ends this long after the password. */
export const PENDING_FOR = 15 * MINUTE;
/** An app is confirmed within this time of its secret. */
export const ENROLLING_FOR = 15 * MINUTE;
/** Wrong codes until no more are looked at … */
export const CODE_TRIES = 5;
/** … and for how long, counted from the last one that was. */
export const CODES_LOCKED_FOR = 15 * MINUTE;
export const RECOVERY_CODES = 10;

/** All second factors of a person. Each change is one of the version that was read, so that a code counts once. */
export interface SecondFactor {
  readonly tenantId: string;
  readonly personId: string;
  readonly totp?: { readonly sealed: string; readonly lastStep: number };
  readonly passkeys: readonly Passkey[];
  /** an app that is not confirmed yet */
  readonly enrolling?: { readonly sealed: string; readonly until: string };
  /** hashes of those that are left */
  readonly recoveryCodes: readonly string[];
  /** wrong codes since the last right one, or since the last lock ended */
  readonly tries: number;
  readonly lastTryAt?: string;
  /** 0 where there never was any */
  readonly version: number;
}

export const noSecondFactor = (tenantId: string, personId: string): SecondFactor => ({
  ...{ tenantId, personId, passkeys: [], recoveryCodes: [], tries: 0, version: 0 },
});

export const isSet = ({ totp, passkeys }: SecondFactor) => totp !== undefined || passkeys.length > 0;

/** How a recovery code is typed makes no difference. */
export const recoveryCodeKey = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '');
