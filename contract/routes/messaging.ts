import * as z from 'zod/mini';
import { modemName } from '../edge.ts';
import type { ErrorCode } from '../errors.ts';
import { boxId, e164, instant, messageId, moment } from '../fields.ts';
import { DELIVERIES } from '../message-delivery.ts';
import { TIMELINE_EVENTS } from '../message-states.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { PRIORITIES, priority } from '../priorities.ts';
import { SENDING_ROUTES } from '../providers.ts';
import type { Route } from '../route.ts';
import { sendAt } from '../send-at.ts';
import { senderName } from '../sender-name.ts';
import { batchId } from './batches/batch-id.ts';
import { messageState, messageText, textOrTemplate } from './message-fields.ts';
import { messageTemplateId } from './message-templates.ts';

export const timelineEntry = z.object({
  event: z.enum(TIMELINE_EVENTS).register(z.globalRegistry, {
    description:
      'A state; or `received`: the box has it on disk; or `cancel-requested`: the box is asked not to send it, and what ' +
      'follows tells whether that came in time; or `held`: it waits, as `detail` says why. A second `accepted`: another box is to send it',
  }),
  at: instant,
  detail: z.optional(z.string().register(z.globalRegistry, { description: 'Why, in plain words' })),
  by: z.optional(
    z
      .object({
        id: z.string(),
        name: z
          .optional(z.string())
          .register(z.globalRegistry, { description: 'Absent where the employee or the token is gone' }),
      })
      .register(z.globalRegistry, { description: 'The employee or API token that did it' }),
  ),
});

const messageFields = z.strictObject({
  to: z
    .string('Give the number of the recipient')
    .check(z.minLength(1, 'Give the number of the recipient'), z.maxLength(40))
    .register(z.globalRegistry, {
      description:
        'A mobile number, as E.164 or as it is written in the country of the agency; or the id of a worker, contact, company or ' +
        'employee, which you must be allowed to see: then it goes to the first of their numbers that is a mobile one',
      examples: ['+31612345678'],
    }),
  text: z.optional(messageText),
  templateId: z.optional(messageTemplateId).register(z.globalRegistry, {
    description: 'In place of a text: its fields are filled in from the record that `to` names',
  }),
  senderName: z.optional(senderName).register(z.globalRegistry, {
    description:
      'In place of the agency’s sender name, where the agency allows that. 1 to 11 letters, digits and spaces',
  }),
  route: z.optional(z.enum(SENDING_ROUTES, `Say one of ${SENDING_ROUTES.join(', ')}`)).register(z.globalRegistry, {
    description: 'The route that it is to take, and no other. Absent: those that the agency has set up, in their order',
  }),
  sendAt: z.optional(sendAt),
  priority: z.optional(priority).register(z.globalRegistry, {
    description: 'Of what waits, high goes first and low last. Absent: the template’s, or normal',
  }),
  modem: z.optional(
    z.strictObject({ boxId, name: modemName }).register(z.globalRegistry, {
      description:
        'The modem whose SIM card is to send it, as `GET /v1/boxes` names it. It waits for that one and goes by no other',
    }),
  ),
});
export const sendMessageBody = messageFields
  .check(textOrTemplate)
  .register(z.globalRegistry, { examples: [{ to: '+31612345678', text: 'Goedemorgen' }] });

export const acceptedMessage = z.object({
  id: messageId,
  state: z.enum(['accepted', 'scheduled']),
  to: e164,
  alphabet: z.enum(['gsm7', 'ucs2']),
  parts: z.int(),
  credits: z.int().register(z.globalRegistry, { description: 'Reserved for this message' }),
  acceptedAt: instant,
  sendAt: z.optional(moment('Not before this moment')),
  undoUntil: z.optional(
    moment('Until then it certainly can be cancelled: the agency has a time for thinking again (`undoSeconds`)'),
  ),
});

const shared = {
  id: messageId,
  state: messageState,
  to: e164,
  alphabet: z.enum(['gsm7', 'ucs2']),
  parts: z.int(),
  partsSubmitted: z.optional(
    z.int().register(z.globalRegistry, { description: 'Given to the network; fewer than parts: sent in part' }),
  ),
  credits: z.int(),
  acceptedAt: instant,
  sendAt: z.optional(moment('It does not go before this moment')),
  heldUntil: z.optional(moment('It waits until then, or until what `reason` names is over')),
  priority: z.enum(PRIORITIES),
  expiresAt: moment('Never sent after this moment'),
  reason: z.optional(
    z.string().register(z.globalRegistry, { description: 'Why it failed, is unconfirmed or waits again' }),
  ),
  route: z.enum(SENDING_ROUTES).register(z.globalRegistry, { description: 'By which it goes, or went' }),
  providerId: z.optional(z.string()).register(z.globalRegistry, { description: 'What the web provider calls it' }),
  modem: z.optional(z.object({ boxId, name: z.string() })),
  senderName: z.optional(z.string()).register(z.globalRegistry, { description: 'The name that it shows' }),
  recordId: z.optional(z.string()).register(z.globalRegistry, {
    description: 'Id of the worker, contact, company or employee that it went to',
  }),
  templateId: z.optional(messageTemplateId),
  batchId: z.optional(batchId).register(z.globalRegistry, { description: 'The batch that it is one of' }),
  category: z.enum(['operational', 'marketing']),
  delivery: z.enum(DELIVERIES).register(z.globalRegistry, {
    description: 'at-least-once: where nobody knows whether it was sent, it is sent again, as its template asks',
  }),
  eventRegistered: z
    .optional(z.literal(true))
    .register(z.globalRegistry, { description: 'It was sent, and stands in the file of the record that it went to' }),
  copyOf: z.optional(messageId).register(z.globalRegistry, { description: 'The message that it sends once more' }),
  cancelRequestedAt: z.optional(moment('Since when the box is asked not to send it')),
};
export const message = z.object({ ...shared, text: z.string(), timeline: z.array(timelineEntry) });
export const messageSummary = z.object({
  ...shared,
  text: z.string().register(z.globalRegistry, { description: 'The text, or its first 100 characters' }),
  textComplete: z.boolean(),
});

const number = z.string().check(z.minLength(1), z.maxLength(40));

/** What the list, and a file of it, is filtered by. */
export const messageListFilter = z.strictObject({
  state: z.optional(messageState),
  to: z.optional(number).register(z.globalRegistry, {
    description: 'Number of the recipient, as E.164 or as it is written in the country of the agency',
  }),
  by: z
    .optional(
      z.string().check(z.regex(/^(emp|tok)_[0-9A-HJKMNP-TV-Z]{26}$/, 'Give the id of an employee or an API token')),
    )
    .register(z.globalRegistry, { description: 'Id of the employee or API token that sent it' }),
  record: z
    .optional(
      z
        .string()
        .check(
          z.regex(
            /^(wrk|con|com|emp)_[0-9A-HJKMNP-TV-Z]{26}$/,
            'Give the id of a worker, contact, company or employee',
          ),
        ),
    )
    .register(z.globalRegistry, { description: 'Id of the worker, contact, company or employee that it went to' }),
  event: z.optional(z.literal('registered', 'Say registered, or leave it out')).register(z.globalRegistry, {
    description: 'Sent, and registered as an event in the file of the record that it went to',
  }),
  template: z.optional(messageTemplateId).register(z.globalRegistry, { description: 'Id of the template' }),
  batch: z.optional(batchId).register(z.globalRegistry, { description: 'Id of the batch that it is one of' }),
  route: z.optional(z.enum(SENDING_ROUTES, `Say one of ${SENDING_ROUTES.join(', ')}`)).register(z.globalRegistry, {
    description: 'By which it goes, or went',
  }),
  from: z.optional(z.iso.datetime('Give a moment such as 2026-11-22T00:00:00Z')).register(z.globalRegistry, {
    description: 'Accepted then or later',
  }),
  until: z.optional(z.iso.datetime('Give a moment such as 2026-11-22T00:00:00Z')).register(z.globalRegistry, {
    description: 'Accepted before',
  }),
  text: z.optional(z.string().check(z.maxLength(100))).register(z.globalRegistry, {
    description: 'Words of the text, in any order',
  }),
});
export const messageListQuery = z.extend(pageQuery, messageListFilter.shape);

export const messageListPage = z.extend(pageOf(messageSummary), {
  complete: z.boolean().register(z.globalRegistry, {
    description:
      'Whether all was looked at. With several filters a page looks at 500 messages at most: it may be short, or empty, and nextCursor goes on',
  }),
  searchedTo: z.optional(moment('When the last message that was looked at was accepted: how far back the search came')),
});

/** Why a message is not taken in. */
export const sendMessageErrors = [
  'insufficient-credit',
  'number-invalid',
  'number-not-mobile',
  'modem-unknown',
  'no-mobile-number',
  'template-field-empty',
  'provider-not-set-up',
  'text-too-long',
  'sender-name-fixed',
  'sending-stopped',
  'recipient-opted-out',
  'marketing-not-agreed',
  'idempotency-key-reused',
] as const satisfies readonly ErrorCode[];

export const messagingRoutes = {
  sendMessage: {
    method: 'POST',
    path: '/v1/messages',
    function: 'api-messaging',
    summary: 'Send one SMS',
    access: 'messages:send',
    idempotencyKey: 'required',
    body: sendMessageBody,
    answer: { status: 202, schema: acceptedMessage },
    errors: [...sendMessageErrors],
  },
  listMessages: {
    method: 'GET',
    path: '/v1/messages',
    function: 'api-messaging',
    summary: 'List SMS, newest first',
    access: 'messages:read',
    query: messageListQuery,
    answer: { status: 200, schema: messageListPage },
    errors: ['number-invalid'],
  },
  getMessage: {
    method: 'GET',
    path: '/v1/messages/{messageId}',
    function: 'api-messaging',
    summary: 'One SMS with its timeline',
    access: 'messages:read',
    params: z.object({ messageId }),
    answer: { status: 200, schema: message },
    errors: ['not-found'],
  },
  cancelMessage: {
    method: 'POST',
    repeated: 'state',
    path: '/v1/messages/{messageId}/cancel',
    function: 'api-messaging',
    summary:
      'Cancel one SMS: at once while it is scheduled or waits in its lane; from the box, if its modem has not been given it. Safe to repeat',
    access: 'messages:send',
    evenWhileOff: true,
    params: z.object({ messageId }),
    answer: { status: 202, schema: message },
    errors: ['not-found', 'message-not-cancellable'],
  },
} as const satisfies Record<string, Route>;
