import * as z from 'zod/mini';
import { employeeId } from '../fields.ts';
import type { Route } from '../route.ts';
import { openedSession, session } from './session.ts';

const code = z
  .string('Give the code')
  .check(z.minLength(1, 'Give the code'), z.maxLength(40))
  .register(z.globalRegistry, { description: 'Six digits of the app, or one of the recovery codes' });

const recoveryCodes = z.array(z.string()).register(z.globalRegistry, {
  description: 'Each opens once in place of the second factor. Shown this once; a new set makes the old one void',
});

/** A session, and the recovery codes where this was the first second factor. */
export const sessionWithCodes = z.extend(session, { recoveryCodes: z.optional(recoveryCodes) });

export const secondFactorRoutes = {
  getSecondFactor: {
    method: 'GET',
    path: '/v1/session/second-factor',
    function: 'api-access',
    summary: 'My second factor',
    access: 'login',
    whilePending: ['second-factor', 'enrol-second-factor'],
    answer: {
      status: 200,
      schema: z.object({
        required: z.boolean().register(z.globalRegistry, { description: 'The agency wants one for its staff' }),
        totp: z.boolean().register(z.globalRegistry, { description: 'An app that shows codes is set up' }),
        passkeys: z.int().register(z.globalRegistry, { description: 'How many are set up' }),
        recoveryCodesLeft: z.int(),
      }),
    },
    errors: [],
  },
  passSecondFactor: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/session/second-factor',
    function: 'api-access',
    summary: 'Give the second factor after the password; the session gets another cookie',
    access: 'login',
    whilePending: ['second-factor'],
    fromAgencySites: true,
    body: z.strictObject({ code }),
    answer: { status: 200, schema: openedSession },
    errors: ['action-not-possible', 'second-factor-failed', 'too-many-tries'],
  },
  beginTotp: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/session/second-factor/totp',
    function: 'api-access',
    summary: 'A secret for an app that shows codes; it counts once it is confirmed, within 15 minutes',
    access: 'login',
    whilePending: ['enrol-second-factor'],
    answer: {
      status: 200,
      schema: z.object({
        secret: z.string().register(z.globalRegistry, { description: 'Base32, to type in' }),
        uri: z.string().register(z.globalRegistry, { description: 'otpauth://, to show as a QR code' }),
      }),
    },
    errors: ['confirmation-needed'],
  },
  confirmTotp: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/session/second-factor/totp/confirmation',
    function: 'api-access',
    summary: 'Confirm the app by a code of it; the first second factor brings recovery codes, shown this once',
    access: 'login',
    whilePending: ['enrol-second-factor'],
    body: z.strictObject({ code }),
    answer: { status: 200, schema: sessionWithCodes },
    errors: ['action-not-possible', 'second-factor-failed', 'too-many-tries'],
  },
  removeTotp: {
    method: 'DELETE',
    path: '/v1/session/second-factor/totp',
    function: 'api-access',
    summary: 'Do without the app; not with the last second factor where one is required',
    access: 'login',
    answer: { status: 204 },
    errors: ['action-not-possible', 'confirmation-needed'],
  },
  renewRecoveryCodes: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/session/second-factor/recovery-codes',
    function: 'api-access',
    summary: 'New recovery codes, shown this once; the old ones are void',
    access: 'login',
    answer: { status: 200, schema: z.object({ recoveryCodes }) },
    errors: ['action-not-possible', 'confirmation-needed'],
  },
} as const satisfies Record<string, Route>;

/** Of others, and of all. */
export const securityRoutes = {
  resetSecondFactor: {
    method: 'DELETE',
    path: '/v1/employees/{employeeId}/second-factor',
    function: 'api-directory',
    summary: 'Remove all second factors of an employee who has lost them; sessions end, and the employee is mailed',
    access: 'employees:manage',
    params: z.object({ employeeId }),
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile'],
  },
  getSecuritySettings: {
    method: 'GET',
    path: '/v1/settings/security',
    function: 'api-directory',
    summary: 'What the agency asks of its staff at login',
    access: 'settings:manage',
    answer: { status: 200, schema: z.object({ staffSecondFactor: z.enum(['required', 'optional']) }) },
    errors: [],
  },
  changeSecuritySettings: {
    method: 'PUT',
    path: '/v1/settings/security',
    function: 'api-directory',
    summary: 'Ask staff for a second factor, or leave it to them; asked for, it counts at once, for open sessions too',
    access: 'settings:manage',
    body: z.strictObject({
      staffSecondFactor: z
        .enum(['required', 'optional'], 'Give required or optional')
        .register(z.globalRegistry, { description: 'At first it is required' }),
    }),
    answer: { status: 200, schema: z.object({ staffSecondFactor: z.enum(['required', 'optional']) }) },
    errors: [],
  },
} as const satisfies Record<string, Route>;
