import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { type Cbor, cbor } from './cbor.ts';

/** Where the functions of the tests are, as apiEvent says it. */
export const ORIGIN = 'http://localhost';

/** Flags of the authenticator data (WebAuthn Level 3, 6.1). */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_CREDENTIAL = 0x40;

/** What an authenticator or a browser does other than it should. */
export interface Wrong {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly counter?: number;
  /** nobody has given a fingerprint or a PIN */
  readonly unverified?: boolean;
  readonly userHandle?: string;
  /** of what is given instead of the attestation that says nothing */
  readonly attestation?: { readonly fmt: string; readonly attStmt: ReadonlyMap<string, Cbor> };
}

interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
}
interface RequestOptions {
  readonly challenge: string;
  readonly rpId: string;
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url');

/**
 * An authenticator in software, with one passkey, and the browser that asks it: written from WebAuthn Level 3, 6.1 to 6.5, with
 * nothing of the library that checks it.
 *
 * @param counts whether it counts its signatures
 */
export function authenticator({ counts = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  let counter = 0;

  function authenticatorData(rpId: string, flags: number, wrong: Wrong, credential = Buffer.alloc(0)): Buffer {
    counter += counts ? 1 : 0;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? counter);
    const verified = wrong.unverified ? 0 : VERIFIED;
    return Buffer.concat([sha256(rpId), Buffer.from([flags | PRESENT | verified]), count, credential]);
  }

  const clientData = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? ORIGIN,
        crossOrigin: false,
      }),
    );

  return {
    credentialId: base64url(id),
    /** Answers what `beginPasskey` gave. */
    create({ challenge, rp }: CreationOptions, wrong: Wrong = {}) {
      // ES256 on P-256 (RFC 9053, 2.1 and 7.1)
      const key = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const aaguid = Buffer.alloc(16);
      const credential = Buffer.concat([aaguid, Buffer.from([id.length >> 8, id.length & 0xff]), id, cbor(key)]);
      const authData = authenticatorData(wrong.rpId ?? rp.id, WITH_CREDENTIAL, wrong, credential);
      const { fmt, attStmt } = wrong.attestation ?? { fmt: 'none', attStmt: new Map() };
      const attestation = new Map<string, Cbor>([
        ['fmt', fmt],
        ['attStmt', attStmt],
        ['authData', authData],
      ]);
      return {
        ...{ id: base64url(id), rawId: base64url(id), type: 'public-key' as const },
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, wrong)),
          attestationObject: base64url(cbor(attestation)),
          transports: ['internal'],
        },
      };
    },
    /** Answers what `askForPasskey` gave. */
    get({ challenge, rpId }: RequestOptions, wrong: Wrong = {}) {
      const data = authenticatorData(wrong.rpId ?? rpId, 0, wrong);
      const client = clientData('webauthn.get', challenge, wrong);
      return {
        ...{ id: base64url(id), rawId: base64url(id), type: 'public-key' as const },
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)),
          ...(wrong.userHandle !== undefined && { userHandle: wrong.userHandle }),
        },
      };
    },
  };
}
export type Authenticator = ReturnType<typeof authenticator>;
