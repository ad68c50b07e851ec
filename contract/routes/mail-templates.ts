import * as z from 'zod/mini';
import type { FieldFault } from '../errors.ts';
import { line } from '../fields.ts';
import { checkTemplateBody, checkTemplateSubject, PLACEHOLDERS } from '../mail-template.ts';
import { pageOf } from '../pages.ts';
import type { Route } from '../route.ts';
import { entryFields, entryId, searchQuery } from './directory/entry.ts';

export const mailTemplateId = entryId('tpl', 'a mail template');

const EXAMPLE = 'Beste {{worker}},\n\nGebruikersnaam: {{loginName}}\nWachtwoord: {{password}}\n\n{{website}}';
const placeholders = Object.entries(PLACEHOLDERS).map(([name, meaning]) => `{{${name}}}: ${meaning}.`);

/** Each fault of a text by itself, so that a person sees them all. */
const faultless = (faults: (text: string) => FieldFault[]) =>
  z.check<string>(({ value, issues }) => {
    for (const { message, values } of faults(value))
      issues.push({ code: 'custom', message, params: { ...values }, input: value });
  });

const text = z.optional(
  z.strictObject({
    subject: line('Give a subject', 200).check(faultless(checkTemplateSubject)),
    body: z
      .string('Give the text of the mail')
      .check(
        z.maxLength(10_000, 'Give 10,000 characters at most'),
        z.regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'Leave out control characters other than line breaks'),
        faultless(checkTemplateBody),
      )
      .register(z.globalRegistry, {
        description: `Paragraphs, with an empty line between. ${placeholders.join(' ')}`,
        examples: [EXAMPLE],
      }),
  }),
);

export const mailTemplateBody = z.strictObject({
  name: line('Give the name of the template', 100),
  type: z
    .enum(['worker-login-data'], 'Give worker-login-data')
    .register(z.globalRegistry, { description: '“E-mail template flexwerker”: for mails that carry login data' }),
  texts: z
    .strictObject({ nl: text, de: text, pl: text, en: text })
    .check(z.refine((texts) => Object.values(texts).some(Boolean), 'Give the text in one language at least'))
    .register(z.globalRegistry, {
      description: 'A worker gets the text in the own language',
      examples: [{ nl: { subject: 'Uw account bij {{tenant}}', body: EXAMPLE } }],
    }),
});
export type MailTemplateFields = z.output<typeof mailTemplateBody>;

export const mailTemplate = z.extend(mailTemplateBody, { id: mailTemplateId, ...entryFields });

const one = {
  function: 'api-directory',
  path: '/v1/mail-templates/{mailTemplateId}',
  params: z.object({ mailTemplateId }),
} as const;

export const mailTemplateRoutes = {
  createMailTemplate: {
    method: 'POST',
    path: '/v1/mail-templates',
    function: 'api-directory',
    summary: 'Make a template for mails to workers',
    access: 'templates:manage',
    idempotencyKey: 'required',
    body: mailTemplateBody,
    answer: { status: 201, schema: mailTemplate },
    errors: ['idempotency-key-reused'],
  },
  listMailTemplates: {
    method: 'GET',
    path: '/v1/mail-templates',
    function: 'api-directory',
    summary: 'List the mail templates by name, or search them',
    access: 'staff',
    query: searchQuery,
    answer: { status: 200, schema: pageOf(mailTemplate) },
    errors: [],
  },
  getMailTemplate: {
    ...one,
    method: 'GET',
    summary: 'A mail template',
    access: 'staff',
    answer: { status: 200, schema: mailTemplate },
    errors: ['not-found'],
  },
  changeMailTemplate: {
    ...one,
    method: 'PUT',
    summary: 'Change a mail template: what is left out is gone',
    access: 'templates:manage',
    ifMatch: 'required',
    body: mailTemplateBody,
    answer: { status: 200, schema: mailTemplate },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removeMailTemplate: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a mail template; mails sent with it stay as they are',
    access: 'templates:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use'],
  },
} as const satisfies Record<string, Route>;
