import * as z from 'zod/mini';
import { instant, line, moment } from '../fields.ts';
import type { Route } from '../route.ts';
import { sessionWithCodes } from './second-factor.ts';
import { openedSession } from './session.ts';

/** Passkeys of one person. */
export const PASSKEYS_AT_MOST = 10;
const NAME_LENGTH = 60;

export const passkeyId = z
  .string()
  .check(z.regex(/^pky_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of a passkey begins with pky_'))
  .register(z.globalRegistry, { description: 'Id of a passkey' });

const BASE64URL = /^[A-Za-z0-9_-]*$/;
/** Bytes as WebAuthn's JSON has them; an attestation, the longest, has some hundreds. */
const bytes = z
  .string()
  .check(z.maxLength(16_384), z.regex(BASE64URL, 'Give bytes in base64url'))
  .register(z.globalRegistry, { description: 'Bytes in base64url', examples: ['AAAA'] });
/** At most 1023 bytes (WebAuthn Level 3, section 4, "Credential ID"). */
const credentialId = z
  .string()
  .check(z.minLength(1), z.maxLength(1364), z.regex(BASE64URL, 'Give bytes in base64url'))
  .register(z.globalRegistry, { description: 'Id that the authenticator chose, in base64url', examples: ['AAAA'] });
const transports = z.array(z.string().check(z.maxLength(32))).check(z.maxLength(8));
const type = z.literal('public-key');

/** What `PublicKeyCredential.toJSON()` gives. Not strict: browsers add to it, and what is not named here is not looked at. */
const credential = <R extends z.core.$ZodType>(response: R) =>
  z.object({ id: credentialId, rawId: credentialId, type, response });
export const newCredential = credential(
  z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: z.optional(transports) }),
);
export const assertion = credential(
  z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.optional(z.nullable(bytes)),
  }),
);

const descriptors = z.array(z.object({ type, id: z.string(), transports: z.array(z.string()) }));
const userVerification = z.literal('required');
const forBrowser = { description: 'For the browser: `PublicKeyCredential.parseCreationOptionsFromJSON`' };

export const passkeyRoutes = {
  listPasskeys: {
    method: 'GET',
    path: '/v1/session/second-factor/passkeys',
    function: 'api-passkeys',
    summary: 'My passkeys',
    access: 'login',
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(
          z.object({
            id: passkeyId,
            name: z.string(),
            createdAt: instant,
            lastUsedAt: z.optional(moment('Its last login')),
          }),
        ),
      }),
    },
    errors: [],
  },
  beginPasskey: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/session/second-factor/passkeys/registration',
    function: 'api-passkeys',
    summary: 'What a browser needs to make a passkey; it counts once it is added, within 5 minutes',
    access: 'login',
    whilePending: ['enrol-second-factor'],
    answer: {
      status: 200,
      schema: z
        .object({
          challenge: z.string(),
          rp: z.object({ id: z.string(), name: z.string() }),
          user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
          pubKeyCredParams: z.array(z.object({ type, alg: z.int() })),
          timeout: z.int(),
          excludeCredentials: descriptors,
          authenticatorSelection: z.object({
            residentKey: z.literal('preferred'),
            requireResidentKey: z.literal(false),
            userVerification,
          }),
          attestation: z.literal('none'),
        })
        .register(z.globalRegistry, forBrowser),
    },
    errors: ['confirmation-needed', 'action-not-possible', 'too-many-passkeys'],
  },
  addPasskey: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/session/second-factor/passkeys',
    function: 'api-passkeys',
    summary: 'Add the passkey that the browser made; the first second factor brings recovery codes, shown this once',
    access: 'login',
    whilePending: ['enrol-second-factor'],
    body: z.strictObject({
      name: line('Give the passkey a name', NAME_LENGTH).register(z.globalRegistry, {
        description: 'For its owner’s list: where it is',
        examples: ['My phone'],
      }),
      credential: newCredential,
    }),
    answer: { status: 200, schema: sessionWithCodes },
    errors: ['action-not-possible', 'passkey-refused', 'too-many-passkeys', 'changed-meanwhile'],
  },
  askForPasskey: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/session/second-factor/passkeys/authentication',
    function: 'api-passkeys',
    summary: 'What a browser needs to ask for one of my passkeys; it counts once, within 5 minutes',
    access: 'login',
    whilePending: ['second-factor'],
    answer: {
      status: 200,
      schema: z
        .object({
          challenge: z.string(),
          rpId: z.string(),
          timeout: z.int(),
          allowCredentials: descriptors,
          userVerification,
        })
        .register(z.globalRegistry, {
          description: 'For the browser: `PublicKeyCredential.parseRequestOptionsFromJSON`',
        }),
    },
    errors: ['action-not-possible'],
  },
  passByPasskey: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/session/second-factor/passkey',
    function: 'api-passkeys',
    summary: 'Give a passkey after the password; the session gets another cookie',
    access: 'login',
    whilePending: ['second-factor'],
    body: z.strictObject({ credential: assertion }),
    answer: { status: 200, schema: openedSession },
    errors: ['action-not-possible', 'passkey-refused'],
  },
  removePasskey: {
    method: 'DELETE',
    path: '/v1/session/second-factor/passkeys/{passkeyId}',
    function: 'api-passkeys',
    summary: 'Do without one of my passkeys; not with the last second factor where one is required',
    access: 'login',
    params: z.object({ passkeyId }),
    answer: { status: 204 },
    errors: ['not-found', 'action-not-possible', 'confirmation-needed', 'changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
