import * as z from 'zod/mini';
import { line } from '../../fields.ts';
import { pageOf } from '../../pages.ts';
import type { Route } from '../../route.ts';
import { companyId } from './companies.ts';
import { entryFields, entryId, searchQuery } from './entry.ts';
import { language, mailAddresses, phones } from './fields.ts';

export const contactId = entryId('con', 'a contact');

/** A person at a company. */
export const contactBody = z.strictObject({
  givenName: z.optional(line('Give the given name', 100)),
  familyName: line('Give the family name', 100),
  jobTitle: z.optional(line('Give what the person does', 100)),
  language,
  phones,
  mailAddresses,
  payInquiries: z._default(z.boolean(), false).register(z.globalRegistry, {
    description: 'The box “Contactpersoon voor Inlenersbeloning.com”: is asked for pay conditions',
  }),
});
export type ContactFields = z.output<typeof contactBody>;

export const contact = z.extend(contactBody, { id: contactId, companyId, ...entryFields });

const many = {
  function: 'api-directory',
  path: '/v1/companies/{companyId}/contacts',
  params: z.object({ companyId }),
} as const;
const one = {
  function: 'api-directory',
  path: '/v1/companies/{companyId}/contacts/{contactId}',
  params: z.object({ companyId, contactId }),
} as const;

export const contactRoutes = {
  createContact: {
    ...many,
    method: 'POST',
    summary: 'Record a contact of a company',
    access: 'companies:manage',
    idempotencyKey: 'required',
    body: contactBody,
    answer: { status: 201, schema: contact },
    errors: ['not-found', 'idempotency-key-reused'],
  },
  listContacts: {
    ...many,
    method: 'GET',
    summary: 'List a company’s contacts by name, or search them',
    access: 'companies:read',
    query: searchQuery,
    answer: { status: 200, schema: pageOf(contact) },
    errors: ['not-found'],
  },
  getContact: {
    ...one,
    method: 'GET',
    summary: 'A contact',
    access: 'companies:read',
    answer: { status: 200, schema: contact },
    errors: ['not-found'],
  },
  changeContact: {
    ...one,
    method: 'PUT',
    summary: 'Change a contact: what is left out is gone',
    access: 'companies:manage',
    ifMatch: 'required',
    body: contactBody,
    answer: { status: 200, schema: contact },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removeContact: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a contact',
    access: 'companies:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use'],
  },
} as const satisfies Record<string, Route>;
