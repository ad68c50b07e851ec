import * as z from 'zod/mini';
import { inboundId, line, messageId, moment } from '../fields.ts';
import { pageOf, pageQuery } from '../pages.ts';
import type { Route } from '../route.ts';
import { DELIVERY_FAULTS, DELIVERY_STATES, WEBHOOK_EVENTS } from '../webhook-events.ts';
import { mailAddress } from './directory/fields.ts';

const id = (prefix: string, missing: string) =>
  z.string().check(z.regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`), missing));
const webhookId = id('whk', 'The id of a webhook begins with whk_').register(z.globalRegistry, {
  description: 'Id of a webhook',
});
const eventId = id('evt', 'The id of an event begins with evt_').register(z.globalRegistry, {
  description: 'Id of an event: the header webhook-id of each try, the same for all webhooks that are told of it',
});

const events = z
  .array(z.enum(WEBHOOK_EVENTS), 'Give a list of events')
  .check(
    z.minLength(1, 'Give at least one event'),
    z.refine((list) => new Set(list).size === list.length, 'Give each event once'),
  )
  .register(z.globalRegistry, { description: 'What it is told of' });

export const webhookBody = z
  .strictObject({
    url: z
      .string('Give the address that events are sent to')
      .check(z.minLength(1, 'Give the address that events are sent to'), z.maxLength(1000))
      .register(z.globalRegistry, { description: 'https, at a public address; redirects are not followed' }),
    events,
    mailAddress: mailAddress.register(z.globalRegistry, {
      description: 'Who is told by mail when it was switched off because it failed for three days',
      examples: ['it@example.com'],
    }),
    description: z.optional(line('Say what it is for', 200)),
    enabled: z._default(z.boolean(), true).register(z.globalRegistry, {
      description: 'While it is off, deliveries are held; they can be sent again later',
    }),
  })
  .register(z.globalRegistry, {
    examples: [
      { url: 'https://planning.example/heraut', events: ['message.delivered'], mailAddress: 'it@example.com' },
    ],
  });

export const webhook = z.extend(z.object(webhookBody.shape), {
  id: webhookId,
  enabled: z.boolean(),
  failingSince: z.optional(moment('No try has succeeded since then')),
  switchedOff: z.optional(
    z.object({
      at: moment('When it was switched off by itself'),
      reason: z.enum(['failing', 'gone']).register(z.globalRegistry, {
        description: 'failing: no try succeeded for three days. gone: it answered 410',
      }),
    }),
  ),
  earlierSecretUntil: z.optional(moment('Until then deliveries carry a signature by the secret before, too')),
  version: z.int(),
  createdAt: moment('When it was made'),
  changedAt: moment('When somebody last changed it'),
  changedBy: z.string(),
});
const withSecret = z.extend(webhook, {
  secret: z.string().register(z.globalRegistry, {
    description: 'By which deliveries are signed (Standard Webhooks): whsec_ and base64. It is shown this once',
  }),
});

export const webhookDelivery = z.object({
  eventId,
  event: z.enum(WEBHOOK_EVENTS),
  about: z.union([messageId, inboundId]).register(z.globalRegistry, { description: 'Id of the message' }),
  occurredAt: moment('When it happened'),
  recordedAt: moment('When it was taken up here: the list is in this order'),
  state: z.enum(DELIVERY_STATES).register(z.globalRegistry, {
    description:
      'pending: it is tried until it succeeds. delivered: answered by 2xx. failed: the last try came to nothing. held: the webhook was off',
  }),
  attempts: z.int(),
  lastTriedAt: z.optional(moment('When it was last tried')),
  lastStatus: z.optional(z.int().register(z.globalRegistry, { description: 'HTTP status of the last answer' })),
  lastFault: z.optional(z.enum(DELIVERY_FAULTS)).register(z.globalRegistry, {
    description: 'Why the last try brought no answer',
  }),
  nextTryAt: z.optional(moment('When it is tried next')),
});

const one = {
  function: 'api-providers',
  path: '/v1/webhooks/{webhookId}',
  access: 'settings:manage',
  params: z.object({ webhookId }),
} as const;

/** Other systems that are told of what happens. */
export const webhookRoutes = {
  createWebhook: {
    method: 'POST',
    path: '/v1/webhooks',
    function: 'api-providers',
    summary: 'Have another system told of events; the secret that signs them is shown this once',
    access: 'settings:manage',
    idempotencyKey: 'required',
    body: webhookBody,
    answer: { status: 201, schema: withSecret },
    errors: ['too-many-webhooks', 'idempotency-key-reused'],
  },
  listWebhooks: {
    method: 'GET',
    path: '/v1/webhooks',
    function: 'api-providers',
    summary: 'The webhooks, 10 at most',
    access: 'settings:manage',
    answer: { status: 200, schema: z.object({ items: z.array(webhook) }) },
    errors: [],
  },
  getWebhook: {
    ...one,
    method: 'GET',
    summary: 'One webhook',
    answer: { status: 200, schema: webhook },
    errors: ['not-found'],
  },
  changeWebhook: {
    ...one,
    method: 'PUT',
    summary: 'Change a webhook, or turn it on or off: what is left out is gone',
    ifMatch: 'required',
    body: webhookBody,
    answer: { status: 200, schema: webhook },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removeWebhook: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a webhook: it is told of nothing more, at once',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile'],
  },
  renewWebhookSecret: {
    ...one,
    method: 'POST',
    path: '/v1/webhooks/{webhookId}/secret',
    summary: 'Make another secret; for 24 hours deliveries are signed by the one before, too',
    idempotencyKey: 'required',
    answer: { status: 201, schema: withSecret },
    errors: ['not-found', 'changed-meanwhile', 'idempotency-key-reused'],
  },
  listWebhookDeliveries: {
    ...one,
    method: 'GET',
    path: '/v1/webhooks/{webhookId}/deliveries',
    summary: 'What the webhook was told of in the last 30 days, newest first',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(webhookDelivery) },
    errors: ['not-found'],
  },
  replayWebhookDelivery: {
    ...one,
    method: 'POST',
    repeated: 'deliveries',
    path: '/v1/webhooks/{webhookId}/deliveries/{eventId}/replay',
    summary: 'Send one event once more, with the same webhook-id',
    params: z.object({ webhookId, eventId }),
    answer: { status: 202, schema: webhookDelivery },
    errors: ['not-found', 'webhook-off'],
  },
  replayWebhookDeliveries: {
    ...one,
    method: 'POST',
    path: '/v1/webhooks/{webhookId}/replays',
    summary: 'Send the events of a time once more: those that failed or were held, or all',
    idempotencyKey: 'required',
    body: z
      .strictObject({
        from: moment('Taken up then or later').register(z.globalRegistry, { examples: ['2026-11-21T00:00:00Z'] }),
        until: moment('Taken up before').register(z.globalRegistry, { examples: ['2026-11-22T00:00:00Z'] }),
        which: z._default(z.enum(['missed', 'all']), 'missed').register(z.globalRegistry, {
          description: 'missed: those that failed or were held',
        }),
      })
      .check(
        z.refine(({ from, until }) => from < until, { path: ['until'], message: 'Give an end after the beginning' }),
      )
      .register(z.globalRegistry, { examples: [{ from: '2026-11-21T00:00:00Z', until: '2026-11-22T00:00:00Z' }] }),
    answer: { status: 202, schema: z.object({ id: z.string() }) },
    errors: ['not-found', 'webhook-off', 'idempotency-key-reused'],
  },
} as const satisfies Record<string, Route>;
