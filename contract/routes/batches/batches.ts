import * as z from 'zod/mini';
import { BATCH_STATES, MAX_RECIPIENTS } from '../../batch-states.ts';
import { instant, line, moment } from '../../fields.ts';
import { pageOf, pageQuery } from '../../pages.ts';
import { PRIORITIES } from '../../priorities.ts';
import { SENDING_ROUTES } from '../../providers.ts';
import type { Route } from '../../route.ts';
import { sendAt } from '../../send-at.ts';
import { senderName } from '../../sender-name.ts';
import { messageText, textOrTemplate } from '../message-fields.ts';
import { messageTemplateId } from '../message-templates.ts';
import { batchId } from './batch-id.ts';
import { batchLine, count, fault } from './batch-line.ts';
import { selectionId } from './selection-id.ts';
import { uploadId } from './uploads.ts';

const fields = z.strictObject({
  name: z
    .optional(line('Give a text here', 100))
    .register(z.globalRegistry, { description: 'By which people know it' }),
  uploadId: z.optional(uploadId).register(z.globalRegistry, {
    description:
      `A CSV that was uploaded, in UTF-8, with up to ${MAX_RECIPIENTS} lines. Its first line names the columns: \`to\` has numbers or ids of ` +
      'records, others have what stands in fields of the template, by their names: `worker.givenName`',
  }),
  selectionId: z.optional(selectionId).register(z.globalRegistry, {
    description: 'A kept selection, as it is now',
  }),
  text: z.optional(messageText),
  templateId: z.optional(messageTemplateId).register(z.globalRegistry, {
    description: 'In place of a text: its fields are filled in for each recipient',
  }),
  senderName: z.optional(senderName),
  route: z.optional(z.enum(SENDING_ROUTES, `Say one of ${SENDING_ROUTES.join(', ')}`)),
  priority: z._default(z.enum(PRIORITIES, 'Give high, normal or low'), 'low').register(z.globalRegistry, {
    description: 'low, unless you say otherwise: single messages of the agency go first',
  }),
  sendAt: z.optional(sendAt).register(z.globalRegistry, { description: 'Not before this moment' }),
  duplicates: z
    ._default(z.enum(['skip', 'send'], 'Give skip or send'), 'skip')
    .register(z.globalRegistry, { description: 'skip: a number that stands in several lines gets one message' }),
});

export const createBatchBody = fields
  .check(
    z.refine(
      (body: unknown) => {
        const given = (body ?? {}) as { readonly uploadId?: unknown; readonly selectionId?: unknown };
        return (given.uploadId === undefined) !== (given.selectionId === undefined);
      },
      { path: ['uploadId'], message: 'Give an upload or a selection, and not both', when: () => true },
    ),
    textOrTemplate,
  )
  .register(z.globalRegistry, {
    examples: [{ uploadId: 'upl_01JD0000000000000000000000', text: 'Morgen begint de dienst om zeven uur' }],
  });
export type WantedBatchFields = z.output<typeof createBatchBody>;

export const messageBatch = z.object({
  id: batchId,
  name: z.optional(z.string()),
  state: z.enum(BATCH_STATES).register(z.globalRegistry, {
    description:
      'preparing: its recipients are read and checked. prepared: its estimate is there, and it waits to be accepted. starting: its messages ' +
      'are put into their lanes. sending: all are in their lanes, or done. stopping: what can still be cancelled is. stopped, failed: at its end',
  }),
  createdAt: instant,
  createdBy: z.string().register(z.globalRegistry, { description: 'Id of the employee or API token' }),
  createdByName: z.string().register(z.globalRegistry, { description: 'What that one was called then' }),
  templateId: z.optional(messageTemplateId),
  priority: z.enum(PRIORITIES),
  sendAt: z.optional(moment('Its messages do not go before this moment')),
  acceptedAt: z.optional(moment('When it was accepted, and its credits reserved')),
  acceptedByName: z.optional(z.string()).register(z.globalRegistry, { description: 'By whom' }),
  stoppedAt: z.optional(moment('When it was stopped')),
  errors: z.optional(z.array(fault)).register(z.globalRegistry, { description: 'Why it failed' }),
  lines: z.object({
    recipients: count('That get a message'),
    duplicates: count('That get none: their number stands in another line'),
    refused: count('That get none for another reason'),
  }),
  parts: count('Of all messages together'),
  credits: count('What they cost; reserved when the batch is accepted'),
  estimate: z.optional(
    z
      .object({
        perMinute: z.number().register(z.globalRegistry, {
          description: 'Parts that its SIM cards send in a minute, or messages that its web provider takes',
        }),
        perDay: z.optional(count('Parts that its SIM cards may send in a day, where each of them has such a limit')),
        waitingBefore: count(
          'Messages that wait for the same route, up to 100,000; where many do, as it was some minutes ago',
        ),
        doneAt: moment(
          'When all would be sent, if it were accepted now: within the limits of the SIM cards, and not in quiet hours that hold for it',
        ),
        tooOld: count('Messages that would not be sent within a week, and therefore never'),
      })
      .register(z.globalRegistry, { description: 'Of a batch that waits to be accepted' }),
  ),
  progress: z.optional(
    z
      .object({
        unstarted: count('Not in their lanes yet'),
        waiting: count('In their lanes, or on their way'),
        submitted: z.int(),
        delivered: z.int(),
        undelivered: z.int(),
        unconfirmed: z.int(),
        failed: z.int(),
        expired: z.int(),
        cancelled: z.int(),
      })
      .register(z.globalRegistry, { description: 'How many messages are in which state now' }),
  ),
});

const one = { function: 'api-batches', path: '/v1/message-batches/{batchId}', params: z.object({ batchId }) } as const;

export const batchRoutes = {
  createMessageBatch: {
    method: 'POST',
    path: '/v1/message-batches',
    function: 'api-batches',
    summary: 'Prepare a batch of messages: its recipients are read and checked, nothing is sent or reserved',
    access: 'messages:send',
    idempotencyKey: 'required',
    body: createBatchBody,
    answer: { status: 202, schema: messageBatch },
    errors: ['provider-not-set-up', 'text-too-long', 'sender-name-fixed', 'idempotency-key-reused'],
  },
  listMessageBatches: {
    method: 'GET',
    path: '/v1/message-batches',
    function: 'api-batches',
    summary: 'List batches of messages, newest first',
    access: 'messages:read',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(messageBatch) },
    errors: [],
  },
  getMessageBatch: {
    ...one,
    method: 'GET',
    summary: 'A batch of messages: its estimate before it is accepted, its progress after that',
    access: 'messages:read',
    answer: { status: 200, schema: messageBatch },
    errors: ['not-found'],
  },
  acceptMessageBatch: {
    ...one,
    method: 'POST',
    repeated: 'state',
    path: '/v1/message-batches/{batchId}/acceptance',
    summary: 'Accept a prepared batch: its credits are reserved at once, or none. Safe to repeat',
    access: 'messages:send',
    answer: { status: 202, schema: messageBatch },
    errors: ['not-found', 'action-not-possible', 'insufficient-credit', 'sending-stopped'],
  },
  stopMessageBatch: {
    ...one,
    method: 'POST',
    repeated: 'state',
    path: '/v1/message-batches/{batchId}/stop',
    summary:
      'Stop a batch: what waits is cancelled and its credits come back. Safe to repeat. Refused where all of its messages are done',
    access: 'messages:send',
    evenWhileOff: true,
    answer: { status: 202, schema: messageBatch },
    errors: ['not-found', 'action-not-possible'],
  },
  listBatchLines: {
    ...one,
    method: 'GET',
    path: '/v1/message-batches/{batchId}/lines',
    summary: 'What becomes of each line of a batch, in the order of the file or the selection',
    access: 'messages:read',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(batchLine) },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
