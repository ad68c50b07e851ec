import * as z from 'zod/mini';
import { modemName } from '../edge.ts';
import { boxId, e164, inboundId, messageId, moment } from '../fields.ts';
import { INBOUND_KINDS } from '../inbound-kinds.ts';
import { recipientKinds } from '../message-template.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { SENDING_ROUTES } from '../providers.ts';
import type { Route } from '../route.ts';
import { senderName } from '../sender-name.ts';
import { entryId } from './directory/entry.ts';
import { messageState, messageText, textOrTemplate } from './message-fields.ts';
import { messageTemplateId } from './message-templates.ts';
import { acceptedMessage, sendMessageErrors } from './messaging.ts';

export const threadId = entryId('thr', 'a thread');

const said = <S extends z.core.$ZodType>(schema: S, description: string): S => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

const common = { at: moment('When it came in, or was accepted'), text: z.string() };

export const threadMessage = z.discriminatedUnion('direction', [
  z.object({
    direction: z.literal('in'),
    id: inboundId,
    ...common,
    kind: z.enum(INBOUND_KINDS),
    missing: z.optional(said(z.array(z.int()), 'Numbers of the parts that did not come; the text lacks them')),
  }),
  z.object({
    direction: z.literal('out'),
    id: messageId,
    ...common,
    state: messageState,
    by: said(z.string(), 'Id of the employee or API token that sent it'),
  }),
]);

const threadShape = {
  id: threadId,
  number: z.optional(e164),
  sender: z.optional(
    said(z.string(), 'In place of a number, where the network gave a name or a short number: nobody can answer it'),
  ),
  records: said(
    z.array(z.object({ id: z.string(), kind: z.enum(recipientKinds), name: z.optional(z.string()) })),
    'The worker, contact, company or employee with this number, as they are recorded now; none: an unknown number. Several have the ' +
      'same number: which of them wrote is not known. A name for those who may see such records',
  ),
  last: z.optional(said(threadMessage, 'The newest that came in; absent once its time of keeping is over')),
  optOutId: z.optional(said(z.string(), 'Of the opt-out that holds: no SMS may go to this number')),
  unread: said(z.int(), 'Messages that came in and that nobody has marked as read'),
  readAt: z.optional(moment('When it was marked as read last')),
  readBy: z.optional(said(z.string(), 'Id of the employee or API token that did')),
};
export const thread = z.object(threadShape);
export const threadWithMessages = z.extend(pageOf(threadMessage), threadShape);

const one = { function: 'api-messaging', params: z.object({ threadId }) } as const;

export const threadRoutes = {
  listThreads: {
    method: 'GET',
    path: '/v1/threads',
    function: 'api-messaging',
    summary: 'List who has sent SMS to the agency, that with the newest message first',
    access: 'messages:read',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(thread) },
    errors: [],
  },
  getThread: {
    ...one,
    method: 'GET',
    path: '/v1/threads/{threadId}',
    summary: 'A thread with its messages, both ways, newest first',
    access: 'messages:read',
    query: pageQuery,
    answer: { status: 200, schema: threadWithMessages },
    errors: ['not-found'],
  },
  markThreadRead: {
    ...one,
    method: 'POST',
    repeated: 'state',
    path: '/v1/threads/{threadId}/read',
    summary: 'Mark a thread as read up to a message; what came later stays unread. Safe to repeat',
    access: 'messages:read',
    body: z.strictObject({ upTo: inboundId }),
    answer: { status: 204 },
    errors: ['not-found'],
  },
  replyToThread: {
    ...one,
    method: 'POST',
    path: '/v1/threads/{threadId}/messages',
    summary: 'Answer with an SMS to the number of a thread; it goes as any other one does',
    access: 'messages:send',
    idempotencyKey: 'required',
    body: z
      .strictObject({
        text: z.optional(messageText),
        templateId: z.optional(messageTemplateId),
        senderName: z.optional(senderName),
        route: z.optional(z.enum(SENDING_ROUTES, `Say one of ${SENDING_ROUTES.join(', ')}`)),
        modem: z.optional(z.strictObject({ boxId, name: modemName })),
      })
      .check(textOrTemplate)
      .register(z.globalRegistry, { examples: [{ text: 'Tot morgen' }] }),
    answer: { status: 202, schema: acceptedMessage },
    errors: ['not-found', ...sendMessageErrors],
  },
} as const satisfies Record<string, Route>;
