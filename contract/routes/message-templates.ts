import * as z from 'zod/mini';
import { line } from '../fields.ts';
import { delivery, REPEATS_AT_MOST } from '../message-delivery.ts';
import {
  checkMessageTemplate,
  fieldNames,
  RECIPIENT_PARTS,
  type RecipientKind,
  recipientKinds,
} from '../message-template.ts';
import { pageOf } from '../pages.ts';
import { priority } from '../priorities.ts';
import type { Route } from '../route.ts';
import { MAX_PARTS } from '../sms-text.ts';
import { entryFields, entryId, searchQuery } from './directory/entry.ts';
import { language } from './directory/fields.ts';

export const messageTemplateId = entryId('mtp', 'a template of SMS');

const EXAMPLE = 'Beste {{worker.givenName}}, uw dienst begint morgen om zeven uur. {{branch.name}}';
const fields = (Object.keys(RECIPIENT_PARTS) as RecipientKind[]).map(
  (kind) =>
    `For a ${kind}: ${fieldNames(kind)
      .map((name) => `{{${name}}}`)
      .join(', ')}.`,
);

export const messageTemplateBody = z
  .strictObject({
    name: line('Give the name of the template', 100),
    for: z.enum(recipientKinds, 'Give worker, contact, company or employee').register(z.globalRegistry, {
      description: 'Whom it is sent to; their fields, and those of what they belong to, may stand in the text',
    }),
    language,
    category: z
      ._default(z.enum(['operational', 'marketing'], 'Give operational or marketing'), 'operational')
      .register(z.globalRegistry, { description: 'What it is sent for; a message keeps it' }),
    priority: z._default(priority, 'normal').register(z.globalRegistry, {
      description: 'Of what is sent with it; a message can have another',
    }),
    delivery: z._default(delivery, 'at-most-once').register(z.globalRegistry, {
      description:
        'at-most-once: what may have been sent is never sent again by itself. at-least-once: it is, ' +
        `at most ${REPEATS_AT_MOST} times, and may arrive as often more`,
    }),
    partsAtMost: z
      ._default(z.int('Give a whole number').check(z.minimum(1), z.maximum(MAX_PARTS)), MAX_PARTS)
      .register(z.globalRegistry, { description: 'A message with more parts is not sent' }),
    text: z
      .string('Give the text')
      .check(
        z.minLength(1, 'The text is empty'),
        z.maxLength(4096),
        z.regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r])*$/u, 'Leave out control characters other than line breaks'),
        z.refine((text) => text.trim() !== '', 'The text is empty'),
      )
      .register(z.globalRegistry, { description: fields.join(' '), examples: [EXAMPLE] }),
  })
  .check(
    // each fault by itself, so that a person sees them all
    z.check(({ value, issues }) => {
      for (const { message, values } of checkMessageTemplate(value.text, value.for, value.partsAtMost))
        issues.push({ code: 'custom', message, params: { ...values }, path: ['text'], input: value });
    }),
  );
export type MessageTemplateFields = z.output<typeof messageTemplateBody>;

export const messageTemplate = z.extend(z.object(messageTemplateBody.shape), {
  id: messageTemplateId,
  ...entryFields,
  warning: z.optional(z.string()).register(z.globalRegistry, {
    description: 'What somebody who saves it has to know, in the language of Accept-Language',
  }),
});

const one = {
  function: 'api-directory',
  path: '/v1/message-templates/{messageTemplateId}',
  params: z.object({ messageTemplateId }),
} as const;

export const messageTemplateRoutes = {
  createMessageTemplate: {
    method: 'POST',
    path: '/v1/message-templates',
    function: 'api-directory',
    summary: 'Make a template of SMS',
    access: 'templates:manage',
    idempotencyKey: 'required',
    body: messageTemplateBody,
    answer: { status: 201, schema: messageTemplate },
    errors: ['idempotency-key-reused'],
  },
  listMessageTemplates: {
    method: 'GET',
    path: '/v1/message-templates',
    function: 'api-directory',
    summary: 'List the templates of SMS by name, or search them',
    access: 'staff',
    query: searchQuery,
    answer: { status: 200, schema: pageOf(messageTemplate) },
    errors: [],
  },
  getMessageTemplate: {
    ...one,
    method: 'GET',
    summary: 'A template of SMS',
    access: 'staff',
    answer: { status: 200, schema: messageTemplate },
    errors: ['not-found'],
  },
  changeMessageTemplate: {
    ...one,
    method: 'PUT',
    summary: 'Change a template of SMS: what is left out is gone',
    access: 'templates:manage',
    ifMatch: 'required',
    body: messageTemplateBody,
    answer: { status: 200, schema: messageTemplate },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removeMessageTemplate: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a template of SMS; what was sent with it stays as it is',
    access: 'templates:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use'],
  },
} as const satisfies Record<string, Route>;
