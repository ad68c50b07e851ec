import * as z from 'zod/mini';
import { isSiteOrigin, SITES_AT_MOST } from '../agency-sites.ts';
import { line } from '../fields.ts';
import { isPortalAddress } from '../portal-address.ts';
import type { Route } from '../route.ts';
import { mailAddress } from './directory/fields.ts';

const disclaimer = z.optional(z.string().check(z.maxLength(2000)));

/** What an agency decides for all of its staff ("Bedrijfsinstellingen"). */
export const settingsBody = z.strictObject({
  correspondence: z.strictObject({
    website: z
      .optional(
        z
          .string()
          .check(
            z.maxLength(200),
            z.refine(isPortalAddress, 'Give an address such as www.example.com, without https://'),
          ),
      )
      .register(z.globalRegistry, {
        description: 'Named in mails about portal access; absent: that sentence is left out',
      }),
    mailOnAccessChange: z.boolean('Say true or false').register(z.globalRegistry, {
      description: '“E-mail versturen bij het inschakelen en uitschakelen van de webservice”',
    }),
    disclaimer: z.strictObject({ nl: disclaimer, de: disclaimer, pl: disclaimer, en: disclaimer }),
    mailPolicy: z
      .enum(['general', 'branch', 'account-manager'], 'Give general, branch or account-manager')
      .register(z.globalRegistry, { description: 'Whose address mails name for questions' }),
    generalAddress: z.optional(mailAddress),
    mailSender: z
      .optional(z.strictObject({ name: line('Give the name that mails come from', 100), address: mailAddress }))
      .register(z.globalRegistry, { description: 'For workers without a branch' }),
  }),
  loginPrefix: z
    .string('Give a prefix')
    .check(z.regex(/^[A-Z][A-Z0-9]{0,5}$/, 'A prefix has 1 to 6 capital letters and digits, a letter first'))
    .register(z.globalRegistry, { description: 'Begins the first login names: EF_Rene14303', examples: ['EF'] }),
  lowBalance: z
    .optional(
      z.strictObject({
        threshold: z
          .int('Give a whole number')
          .check(z.minimum(1, 'Give 1 at least'), z.maximum(10_000_000, 'Give 10,000,000 at most'))
          .register(z.globalRegistry, { description: 'Credits; fewer available than these are few' }),
        mailAddress,
      }),
    )
    .register(z.globalRegistry, {
      description: 'Whom to mail, from the agency’s sender, once the credits fall below; absent: nobody',
    }),
  allowedOrigins: z._default(
    z
      .array(
        z
          .string()
          .check(
            z.refine(isSiteOrigin, 'Give https:// and the host name alone, in small letters: https://www.example.com'),
          ),
      )
      .check(
        z.maxLength(SITES_AT_MOST, `Give ${SITES_AT_MOST} origins at most`),
        z.refine((list) => new Set(list).size === list.length, 'Give each origin once'),
      )
      .register(z.globalRegistry, {
        description: 'The agency’s own websites, which workers and hirers may log in from',
      }),
    [],
  ),
});
export type Settings = z.output<typeof settingsBody>;

export const settings = z.extend(settingsBody, {
  version: z.int().register(z.globalRegistry, { description: 'Also the ETag; 0 before the first change' }),
});

export const settingsRoutes = {
  getSettings: {
    method: 'GET',
    path: '/v1/settings',
    function: 'api-directory',
    summary: 'The agency’s settings',
    access: 'settings:manage',
    answer: { status: 200, schema: settings },
    errors: [],
  },
  changeSettings: {
    method: 'PUT',
    path: '/v1/settings',
    function: 'api-directory',
    summary: 'Change the agency’s settings: what is left out is gone',
    access: 'settings:manage',
    ifMatch: 'required',
    body: settingsBody,
    answer: { status: 200, schema: settings },
    errors: ['changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
