import type * as z from 'zod/mini';
import type { assertion, newCredential } from '../../../../../contract/routes/passkeys.ts';
import type { SessionKey } from '../../ports.ts';
import type { Challenge, Passkey } from './model.ts';
import type { RelyingParty } from './relying-party.ts';

/** What browsers answer, as WebAuthn's JSON has it. */
export type NewCredential = z.output<typeof newCredential>;
export type Assertion = z.output<typeof assertion>;

export interface Challenges {
  /** Kept with the session, whose newest alone counts. False when the session has ended. */
  keep(session: SessionKey, challenge: Challenge): Promise<boolean>;
  /** Uses it up. False when it no longer is the session's. */
  take(session: SessionKey, challenge: Challenge): Promise<boolean>;
}

export interface Expected extends RelyingParty {
  readonly challenge: string;
}

/** The ceremonies of WebAuthn Level 3, sections 7.1 and 7.2, but for the counter, which its owner's records tell about. */
export interface PasskeyChecks {
  /** algorithms of COSE that it can check, the preferred one first */
  readonly algorithms: readonly number[];
  /** What to keep of a new passkey; undefined when anything is not as expected. */
  added(
    given: NewCredential,
    expected: Expected,
  ): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'> | undefined>;
  /** The counter that was signed; undefined when anything is not as expected. */
  used(given: Assertion, expected: Expected, passkey: Passkey): Promise<{ readonly counter: number } | undefined>;
}
