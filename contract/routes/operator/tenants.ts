import * as z from 'zod/mini';
import { line, moment } from '../../fields.ts';
import { pageOf, pageQuery } from '../../pages.ts';
import type { Route } from '../../route.ts';
import { entryId } from '../directory/entry.ts';
import { language, mailAddress } from '../directory/fields.ts';

export const tenantId = entryId('ten', 'an agency');

const slug = line('Give the short name that staff type at login', 63).register(z.globalRegistry, {
  description: 'Small letters, digits and hyphens; staff type it at login, and it stays as it is',
  examples: ['west'],
});
const country = z.enum(['NL', 'DE', 'AT', 'PL'], 'Give NL, DE, AT or PL').register(z.globalRegistry, {
  description: 'Where numbers without a country prefix belong',
});
const ownLanguage = z.enum(['nl', 'de', 'pl', 'en'], 'Give nl, de, pl or en').register(z.globalRegistry, {
  description: 'Of the agency itself',
});
const agencyName = line('Give the name of the agency', 100);

/** An agency as operators see it. */
export const operatedTenant = z.object({
  id: tenantId,
  slug: z.string(),
  name: z.string(),
  country,
  language: ownLanguage,
  pricePer: z.enum(['message', 'part']).register(z.globalRegistry, {
    description: 'An SMS costs one credit, or one for each of its parts',
  }),
  walletShards: z
    .int()
    .register(z.globalRegistry, { description: 'Parts of its wallet: one for each 50 messages a second' }),
  sendingStopped: z.boolean().register(z.globalRegistry, { description: 'An operator has stopped all of its sending' }),
});

const administrator = z
  .strictObject(
    { name: line('Give the name of the first administrator', 100), language, mailAddress },
    'Say who is the first administrator',
  )
  .register(z.globalRegistry, { description: 'Who then invites all others' });

const invitation = z.object({
  link: z.string().register(z.globalRegistry, {
    description: 'Opens the first login. Shown this once: give it to the administrator and to nobody else',
  }),
  expiresAt: moment('Until when it can be used, once'),
});

export const operatorTenantRoutes = {
  listTenants: {
    method: 'GET',
    path: '/v1/operator/tenants',
    function: 'api-operator',
    summary: 'All agencies, newest first',
    access: 'operator',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(operatedTenant) },
    errors: [],
  },
  createTenant: {
    method: 'POST',
    repeated: 'named',
    path: '/v1/operator/tenants',
    function: 'api-operator',
    summary: 'Make an agency, with an invitation for its first administrator',
    access: 'operator',
    body: z.strictObject({ slug, name: agencyName, country, language: ownLanguage, administrator }),
    answer: { status: 201, schema: z.object({ tenant: operatedTenant, invitation }) },
    errors: ['name-taken'],
  },
  getTenant: {
    method: 'GET',
    path: '/v1/operator/tenants/{tenantId}',
    function: 'api-operator',
    summary: 'One agency',
    access: 'operator',
    params: z.object({ tenantId }),
    answer: { status: 200, schema: operatedTenant },
    errors: ['not-found'],
  },
  inviteFirstAdministrator: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/operator/tenants/{tenantId}/invitation',
    function: 'api-operator',
    summary:
      'Another invitation for the first administrator, as long as nobody has accepted one; it voids the one before',
    access: 'operator',
    params: z.object({ tenantId }),
    body: z.strictObject({ administrator }),
    answer: { status: 201, schema: invitation },
    errors: ['not-found', 'action-not-possible'],
  },
} as const satisfies Record<string, Route>;
