import * as z from 'zod/mini';
import { employeeId, instant, line, moment } from '../fields.ts';
import { MAIL_OUTCOMES } from '../mail-outcomes.ts';
import type { Route } from '../route.ts';
import { language } from './directory/fields.ts';
import { newPassword, session } from './session.ts';

/** From the link of the mail: its part behind #. */
export const invitationToken = z
  .string('Give the token of the invitation')
  .check(z.minLength(1), z.maxLength(200))
  .register(z.globalRegistry, { description: 'What stands behind # in the link of the mail' });

export const sentInvitation = z.object({
  expiresAt: z.optional(
    moment('Until when it can be accepted; absent where nothing could be mailed, and an earlier one still counts'),
  ),
  mail: z.object({
    outcome: z.enum(MAIL_OUTCOMES),
    message: z.string().register(z.globalRegistry, { description: 'The outcome in words, by Accept-Language' }),
  }),
});

/** Opening a link uses nothing up: these two are posts of a page. */
export const invitationRoutes = {
  inviteEmployee: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/employees/{employeeId}/invitation',
    function: 'api-portal',
    summary: 'Mail an employee a link to choose login data by; one that was sent before is void',
    access: 'employees:manage',
    params: z.object({ employeeId }),
    answer: { status: 200, schema: sentInvitation },
    errors: ['not-found', 'action-not-possible'],
  },
  lookAtInvitation: {
    method: 'POST',
    repeated: 'reads',
    path: '/v1/invitations/look',
    function: 'api-login',
    summary: 'Whose invitation this is; uses nothing up',
    access: 'open',
    body: z.strictObject({ token: invitationToken }),
    answer: {
      status: 200,
      schema: z.object({
        tenant: z.object({ slug: z.string(), name: z.string() }),
        name: z.string().register(z.globalRegistry, { description: 'Of the person who is invited' }),
        language,
        loginName: z.optional(z.string()).register(z.globalRegistry, { description: 'The present one, if any' }),
        expiresAt: instant,
      }),
    },
    errors: ['invitation-not-valid'],
  },
  acceptInvitation: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/invitations/acceptance',
    function: 'api-login',
    summary: 'Choose login name and password; the invitation is used up, and a session begins',
    access: 'open',
    body: z.strictObject({
      token: invitationToken,
      loginName: line('Give a login name', 100).register(z.globalRegistry, {
        description: '3 to 100 characters without spaces',
      }),
      password: newPassword,
    }),
    answer: { status: 201, schema: session },
    errors: ['invitation-not-valid', 'name-taken'],
  },
} as const satisfies Record<string, Route>;
