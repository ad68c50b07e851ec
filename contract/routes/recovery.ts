import * as z from 'zod/mini';
import { line } from '../fields.ts';
import type { Route } from '../route.ts';
import { agency, newPassword } from './session.ts';

export const recoveryId = z
  .string()
  .check(z.regex(/^rec_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of a recovery begins with rec_'))
  .register(z.globalRegistry, { description: 'Id of a recovery' });

/** Digits of the code that is mailed or sent as an SMS. */
export const CODE_DIGITS = 8;
export const code = z
  .string('Give the code')
  .check(z.regex(/^\d{8}$/, 'The code has 8 digits'))
  .register(z.globalRegistry, { description: 'As it was sent, without spaces', examples: ['04718294'] });
const proof = z
  .string('Give the proof that the code was answered with')
  .check(z.regex(/^[\w-]{43}$/, 'Give the proof that the code was answered with'))
  .register(z.globalRegistry, {
    description: 'Shown this once; good for 15 minutes',
    examples: ['cHJvb2Ytb2YtYS1yZWNvdmVyeS1hcy1hbi1leGFtcGx'],
  });

const params = z.object({ recoveryId });

export const recoveryRoutes = {
  startRecovery: {
    method: 'POST',
    repeated: 'own',
    path: '/v1/recoveries',
    function: 'api-access',
    summary: 'Ask for a code, to choose a new password. The answer is the same whether or not there is such a login',
    access: 'open',
    body: z.strictObject({
      tenant: agency,
      account: line('Give the login name or the mail address', 254).register(z.globalRegistry, {
        description: 'Login name, or the mail address that the agency has on file',
        examples: ['rene.jansen'],
      }),
      channel: z._default(z.enum(['mail', 'sms'], 'Give mail or sms'), 'mail'),
    }),
    answer: { status: 202, schema: z.object({ recoveryId }) },
    errors: ['too-many-tries'],
  },
  proveRecoveryCode: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/recoveries/{recoveryId}/code',
    function: 'api-access',
    summary: 'Give the code, within 10 minutes and 5 tries, once; the proof is for what comes next',
    access: 'open',
    params,
    body: z.strictObject({ tenant: agency, code }),
    answer: {
      status: 200,
      schema: z.object({
        proof,
        loginName: z.string().register(z.globalRegistry, {
          description: 'Whose password it is: it may have been asked for by mail address',
        }),
        question: z.optional(z.string()).register(z.globalRegistry, {
          description: 'The verification question, to be answered before the password; absent: there is none',
        }),
      }),
    },
    errors: ['code-refused', 'too-many-tries'],
  },
  answerRecoveryQuestion: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/recoveries/{recoveryId}/answer',
    function: 'api-login',
    summary: 'Answer the verification question; after three wrong answers none is looked at for 24 hours',
    access: 'open',
    params,
    body: z.strictObject({ tenant: agency, proof, answer: line('Give the answer', 100) }),
    answer: { status: 200, schema: z.object({ right: z.boolean(), triesLeft: z.int() }) },
    errors: ['code-refused', 'action-not-possible', 'too-many-tries'],
  },
  setRecoveredPassword: {
    method: 'PUT',
    path: '/v1/recoveries/{recoveryId}/password',
    function: 'api-login',
    summary: 'Choose a new password; all sessions end, and the next login needs it',
    access: 'open',
    params,
    body: z.strictObject({ tenant: agency, proof, password: newPassword }),
    answer: { status: 204 },
    errors: ['code-refused', 'action-not-possible', 'changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
