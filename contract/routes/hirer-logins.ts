import * as z from 'zod/mini';
import { moment } from '../fields.ts';
import { pageOf, pageQuery } from '../pages.ts';
import type { Route } from '../route.ts';
import { companyId } from './directory/companies.ts';
import { contactId } from './directory/contacts.ts';
import { sentInvitation } from './invitations.ts';

const loginName = z.optional(z.string()).register(z.globalRegistry, { description: 'Chosen by the contact' });

export const hirerLogin = z.object({
  status: z.enum(['none', 'enabled', 'withdrawn']).register(z.globalRegistry, { description: '`none`: never had one' }),
  loginName,
  invitedUntil: z.optional(moment('Until when the invitation that was sent last can be accepted')),
});

const ofContact = {
  path: '/v1/companies/{companyId}/contacts/{contactId}/login',
  params: z.object({ companyId, contactId }),
} as const;

/** What staff do with the logins of companies' contacts. */
export const hirerLoginRoutes = {
  inviteContact: {
    ...ofContact,
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/companies/{companyId}/contacts/{contactId}/invitation',
    function: 'api-portal',
    summary: 'Mail a contact a link to choose login data by; one that was sent before is void',
    access: 'hirer-logins:manage',
    answer: { status: 200, schema: sentInvitation },
    errors: ['not-found'],
  },
  getHirerLogin: {
    ...ofContact,
    method: 'GET',
    function: 'api-directory',
    summary: 'Whether a contact has a login',
    access: 'companies:read',
    answer: { status: 200, schema: hirerLogin },
    errors: ['not-found'],
  },
  withdrawHirerLogin: {
    ...ofContact,
    method: 'DELETE',
    function: 'api-directory',
    summary: 'Take a contact’s login and invitation away, at once',
    access: 'hirer-logins:manage',
    answer: { status: 204 },
    errors: ['not-found'],
  },
  listHirerLogins: {
    method: 'GET',
    path: '/v1/hirer-logins',
    function: 'api-directory',
    summary: 'The contacts of all companies who have a login, in the order in which they were recorded',
    access: 'companies:read',
    query: pageQuery,
    answer: {
      status: 200,
      schema: pageOf(
        z.object({ contactId, companyId, givenName: z.optional(z.string()), familyName: z.string(), loginName }),
      ),
    },
    errors: [],
  },
} as const satisfies Record<string, Route>;
