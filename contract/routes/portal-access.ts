import * as z from 'zod/mini';
import { moment } from '../fields.ts';
import { MAIL_OUTCOMES } from '../mail-outcomes.ts';
import { notification } from '../notification.ts';
import { pageOf, pageQuery } from '../pages.ts';
import type { Route } from '../route.ts';
import { mailAddress } from './directory/fields.ts';
import { workerId } from './directory/worker-id.ts';
import { mailTemplateId } from './mail-templates.ts';

export const PORTAL_ACTIONS = ['enable', 'disable', 'new-login-data', 'block', 'grant'] as const;
export type PortalAction = (typeof PORTAL_ACTIONS)[number];

const mailResult = z.object({
  outcome: z.enum(MAIL_OUTCOMES),
  message: z.string().register(z.globalRegistry, { description: 'The outcome in words, by Accept-Language' }),
});

export const portalAccess = z.object({
  status: z.enum(['disabled', 'enabled', 'blocked']),
  cause: z.optional(
    z
      .enum(['staff', 'auto'])
      .register(z.globalRegistry, { description: 'Of a block: by staff, or by wrong passwords' }),
  ),
  loginName: z.optional(z.string()),
  password: z.optional(z.literal('********')),
  issuedUntil: z.optional(moment('Until when the issued password works; absent once the worker has an own one')),
  website: z.optional(
    z.string().register(z.globalRegistry, { description: 'From the agency’s settings; can’t be changed here' }),
  ),
  mailAddresses: z.array(z.string()).register(z.globalRegistry, { description: 'All of the worker’s, to pick from' }),
  mailProblems: z
    .array(z.object({ address: z.string(), reason: z.enum(['bounced', 'complained']), since: moment('Since when') }))
    .register(z.globalRegistry, {
      description: 'Those to which no mail goes: it came back, or its reader called one unwanted',
    }),
  actions: z
    .array(z.enum(PORTAL_ACTIONS))
    .register(z.globalRegistry, { description: 'What this status allows; the others are refused' }),
  expectedMail: z.optional(mailResult).register(z.globalRegistry, { description: 'What would become of a mail now' }),
});

export const portalActionAnswer = z.object({
  access: portalAccess,
  mail: mailResult,
  slip: z.optional(
    z
      .object({ loginName: z.string(), password: z.string(), validUntil: moment('The password works until then') })
      .register(z.globalRegistry, { description: 'Shown this once, to be printed and handed over' }),
  ),
});

/** A password stands in it as `********`: none is made for it. */
const mailPreview = z.object({
  from: z.optional(z.object({ name: z.string(), address: z.string() })),
  to: z.optional(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  expectedMail: mailResult.register(z.globalRegistry, { description: 'What would become of it now' }),
});

export const portalAccessRoutes = {
  getPortalAccess: {
    method: 'GET',
    path: '/v1/workers/{workerId}/portal-access',
    function: 'api-portal',
    summary: 'A worker’s access to the portal',
    access: 'workers:read',
    params: z.object({ workerId }),
    answer: { status: 200, schema: portalAccess },
    errors: ['not-found'],
  },
  actOnPortalAccess: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/workers/{workerId}/portal-access/{action}',
    function: 'api-portal',
    summary: 'Enable, disable, block or grant a worker’s access, or make new login data; the worker is mailed',
    access: 'portal-access:manage',
    params: z.object({ workerId, action: z.enum(PORTAL_ACTIONS) }),
    body: z.strictObject({
      mailTo: z.optional(mailAddress).register(z.globalRegistry, { description: 'Absent: the worker’s first address' }),
      templateId: z.optional(mailTemplateId).register(z.globalRegistry, {
        description: 'Of a mail that carries login data; absent: the built-in text',
      }),
      slipIfNotMailed: z._default(z.boolean(), false).register(z.globalRegistry, {
        description: 'Show new login data once when no mail could be sent, to be printed',
      }),
    }),
    answer: { status: 200, schema: portalActionAnswer },
    errors: ['not-found', 'action-not-possible'],
  },
  previewPortalMail: {
    method: 'POST',
    repeated: 'reads',
    path: '/v1/workers/{workerId}/portal-access/{action}/mail-preview',
    function: 'api-portal',
    summary: 'The mail that such an act would send, without login data; changes nothing',
    access: 'portal-access:manage',
    params: z.object({ workerId, action: z.enum(PORTAL_ACTIONS) }),
    body: z.strictObject({ mailTo: z.optional(mailAddress), templateId: z.optional(mailTemplateId) }),
    answer: { status: 200, schema: mailPreview },
    errors: ['not-found', 'action-not-possible'],
  },
  listWorkerNotifications: {
    method: 'GET',
    path: '/v1/workers/{workerId}/notifications',
    function: 'api-portal',
    summary: 'Dated lines in a worker’s file, newest first',
    access: 'workers:read',
    params: z.object({ workerId }),
    query: pageQuery,
    answer: { status: 200, schema: pageOf(notification) },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
