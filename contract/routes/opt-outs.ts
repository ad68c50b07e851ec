import * as z from 'zod/mini';
import { inboundId, line, moment } from '../fields.ts';
import { pageOf, pageQuery } from '../pages.ts';
import type { Route } from '../route.ts';
import { entryId } from './directory/entry.ts';
import { threadId } from './threads.ts';

const said = <S extends z.core.$ZodType>(schema: S, description: string): S => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

const by = said(z.string(), 'Id of the employee or API token');
const reason = line('Say why, in a few words', 200).register(z.globalRegistry, {
  examples: ['Asked for by telephone'],
});
const to = z
  .string('Give a number, or the id of a worker, contact, company or employee')
  .check(z.minLength(1, 'Give a number, or the id of a worker, contact, company or employee'), z.maxLength(40))
  .register(z.globalRegistry, {
    description:
      'A number, as E.164 or as it is written in the country of the agency; or the id of a worker, contact, company or employee, which ' +
      'you must be allowed to see: then all of their numbers',
    examples: ['+31612345678'],
  });

export const optOutId = entryId('opt', 'an opt-out');

export const optOut = z.object({
  id: optOutId,
  ending: said(z.string(), 'The last two digits of the number; the number itself is kept nowhere with it'),
  threadId: said(
    threadId,
    'Of the same number, where it has written: it shows the number for as long as messages are kept',
  ),
  since: moment('Since when its owner wants no SMS'),
  source: said(z.enum(['sms', 'staff']), 'A message from the number itself, or somebody of the agency'),
  inboundId: z.optional(inboundId),
  word: z.optional(said(z.string(), 'The word that the message said')),
  by: z.optional(by),
  recordId: z.optional(z.string()),
  reason: z.optional(z.string()),
  lifted: z.optional(
    said(z.object({ at: moment('When it was undone'), by, reason: z.string() }), 'It was undone and holds no longer'),
  ),
});

export const numberChoice = z.object({
  number: z.string(),
  optOut: z.optional(z.object({ id: optOutId, since: moment('Since when') })),
  consent: z.optional(
    z.object({
      givenAt: moment('When it was agreed to'),
      source: z.string(),
      textVersion: z.string(),
      recordedAt: moment('When it was recorded'),
      recordedBy: by,
    }),
  ),
  maySend: z.boolean(),
  maySendMarketing: said(z.boolean(), 'It was agreed to, and no opt-out came after that'),
});

const page = { function: 'api-messaging', access: 'messages:read' } as const;
const change = { function: 'api-messaging', access: 'opt-outs:manage' } as const;

export const optOutRoutes = {
  listOptOuts: {
    ...page,
    method: 'GET',
    path: '/v1/opt-outs',
    summary: 'List who wants no SMS, newest first; those that were undone too',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(optOut) },
    errors: [],
  },
  getOptOut: {
    ...page,
    method: 'GET',
    path: '/v1/opt-outs/{optOutId}',
    summary: 'One who wants no SMS: since when, and why',
    params: z.object({ optOutId }),
    answer: { status: 200, schema: optOut },
    errors: ['not-found'],
  },
  getNumberChoices: {
    ...page,
    method: 'GET',
    path: '/v1/number-choices',
    summary: 'Whether SMS may go to a number, or to each number of a record',
    query: z.strictObject({ to: z.optional(to) }),
    answer: { status: 200, schema: z.object({ items: z.array(numberChoice) }) },
    errors: ['number-invalid', 'no-mobile-number'],
  },
  recordOptOut: {
    ...change,
    method: 'POST',
    path: '/v1/opt-outs',
    repeated: 'state',
    summary: 'Record that somebody wants no SMS; what waits for them is cancelled. Safe to repeat',
    body: z.strictObject({ to, reason }),
    answer: { status: 200, schema: z.object({ items: z.array(numberChoice) }) },
    errors: ['number-invalid', 'no-mobile-number'],
  },
  liftOptOut: {
    ...change,
    method: 'POST',
    path: '/v1/opt-outs/{optOutId}/lift',
    repeated: 'state',
    summary: 'Undo an opt-out, for who asks for SMS again. Marketing needs a new agreement',
    params: z.object({ optOutId }),
    body: z.strictObject({ reason }),
    answer: { status: 200, schema: optOut },
    errors: ['not-found', 'action-not-possible'],
  },
  recordMarketingConsent: {
    ...change,
    method: 'PUT',
    path: '/v1/marketing-consents',
    summary: 'Record that somebody has agreed to marketing by SMS: when, how, and to which text',
    body: z.strictObject({
      to,
      givenAt: z.iso
        .datetime({ offset: true, error: 'Give a moment such as 2026-11-22T00:00:00Z' })
        .register(z.globalRegistry, {
          description: 'When it was agreed to; not in the future',
          examples: ['2026-11-01T09:00:00Z'],
        }),
      source: line('Say how it was agreed to', 200).register(z.globalRegistry, {
        description: 'The form, page or conversation',
        examples: ['Form on the website'],
      }),
      textVersion: line('Name the text that was agreed to', 100).register(z.globalRegistry, { examples: ['2026-01'] }),
    }),
    answer: { status: 200, schema: z.object({ items: z.array(numberChoice) }) },
    errors: ['number-invalid', 'no-mobile-number'],
  },
  withdrawMarketingConsent: {
    ...change,
    method: 'POST',
    path: '/v1/marketing-consents/withdrawal',
    repeated: 'state',
    summary: 'Take an agreement to marketing back; marketing that waits is cancelled. Safe to repeat',
    body: z.strictObject({ to, reason }),
    answer: { status: 200, schema: z.object({ items: z.array(numberChoice) }) },
    errors: ['number-invalid', 'no-mobile-number'],
  },
} as const satisfies Record<string, Route>;
