import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import type { PasskeyChecks } from '../../domain/access/second-factor/passkeys/ports.ts';

/** EdDSA, ES256 and, for Windows Hello, RS256 (IANA COSE Algorithms). */
const ALGORITHMS = [-8, -7, -257];

/**
 * Passkeys by SimpleWebAuthn, which tells of every refusal by an error.
 *
 * @param refused hears why: of the error's name and place, as its text may quote what was sent
 */
export function passkeyChecks(refused: (error: unknown) => void): PasskeyChecks {
  const orRefused = async <T>(check: () => Promise<T | undefined>): Promise<T | undefined> => {
    try {
      return await check();
    } catch (error) {
      refused(error);
      return undefined;
    }
  };
  return {
    algorithms: ALGORITHMS,
    added: (given, { challenge, origin, id }) =>
      orRefused(async () => {
        if (namesMaker(given.response.attestationObject)) return undefined;
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: { ...given, clientExtensionResults: {} } as RegistrationResponseJSON,
          ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id },
          requireUserVerification: true,
          supportedAlgorithmIDs: ALGORITHMS,
        });
        if (!verified) return undefined;
        const { id: credentialId, publicKey, counter } = registrationInfo.credential;
        return {
          ...{ credentialId, counter, publicKey: Buffer.from(publicKey).toString('base64url') },
          transports: given.response.transports ?? [],
        };
      }),
    used: (given, { challenge, origin, id }, { credentialId, publicKey }) =>
      orRefused(async () => {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: { ...given, clientExtensionResults: {} } as AuthenticationResponseJSON,
          ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id },
          requireUserVerification: true,
          // 0: the library would look at the counter before the signature, and anybody could then make it look as gone back
          credential: { id: credentialId, publicKey: Buffer.from(publicKey, 'base64url'), counter: 0 },
        });
        return verified ? { counter: authenticationInfo.newCounter } : undefined;
      }),
  };
}

/**
 * Whether an attestation brings certificates. We ask for none, and browsers then take them out (WebAuthn Level 3, 5.1.3 step 26);
 * what a forged one names, such as where to look its withdrawal up, is not for us to follow.
 */
function namesMaker(attestationObject: string): boolean {
  const attestation = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')));
  const format = attestation.get('fmt');
  const isSelf = format === 'packed' && attestation.get('attStmt').get('x5c') === undefined;
  return format !== 'none' && !isSelf;
}
