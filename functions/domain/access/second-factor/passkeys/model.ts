import { MINUTE } from '../../../shared/clock.ts';

/** A browser has this long between its question and its answer. */
export const CHALLENGE_FOR = 5 * MINUTE;

/** A key pair of an authenticator, of which we have the public half (WebAuthn Level 3). */
export interface Passkey {
  /** `pky_…` */
  readonly passkeyId: string;
  /** given by its owner */
  readonly name: string;
  /** chosen by the authenticator; base64url */
  readonly credentialId: string;
  /** COSE key (RFC 9052, section 7); base64url */
  readonly publicKey: string;
  /** signatures that its authenticator has made; 0 for good where that does not count */
  readonly counter: number;
  /** how a browser reaches it: `internal`, `usb`, … */
  readonly transports: readonly string[];
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

/** What a passkey signs: random, of one session, for one answer. */
export interface Challenge {
  /** 256 random bits, base64url */
  readonly value: string;
  readonly purpose: 'add' | 'pass';
  /** ISO 8601 */
  readonly until: string;
}

/**
 * Whether another copy of the authenticator has signed meanwhile (WebAuthn Level 3, 6.1.1). Passkeys that are kept on several
 * devices do not count.
 */
export const wentBack = (known: number, now: number) => (known > 0 || now > 0) && now <= known;
