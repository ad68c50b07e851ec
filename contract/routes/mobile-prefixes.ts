import * as z from 'zod/mini';
import type { Route } from '../route.ts';

/** In one table; the four countries together have fewer than 100. */
export const MAX_PREFIXES = 500;

const prefix = z
  .string('Give a mobile prefix')
  .check(z.regex(/^\+[1-9]\d{1,7}$/, 'A prefix begins with + and the country, and has 2 to 8 digits: +316'));

export const mobilePrefixesBody = z.strictObject({
  prefixes: z
    .array(prefix, 'Give the list of prefixes')
    .check(
      z.maxLength(MAX_PREFIXES, `At most ${MAX_PREFIXES} prefixes`),
      z.refine((list) => new Set(list).size === list.length, 'Name each prefix once'),
    )
    .register(z.globalRegistry, {
      description:
        'Numbers with one of these can be sent to, and no others. Empty: every number that is a mobile one by its country’s numbering plan',
      examples: [['+316', '+4915', '+4916', '+4917']],
    }),
});

export const mobilePrefixes = z.extend(mobilePrefixesBody, {
  version: z.int().register(z.globalRegistry, { description: 'Also the ETag; 0 before the first change' }),
});

const base = { path: '/v1/mobile-prefixes', function: 'api-services', access: 'mobile-prefixes:manage' } as const;

export const mobilePrefixRoutes = {
  getMobilePrefixes: {
    ...base,
    method: 'GET',
    summary: 'The table of mobile prefixes (93001 SMS_HANDYVORWAHLEN)',
    answer: { status: 200, schema: mobilePrefixes },
    errors: [],
  },
  changeMobilePrefixes: {
    ...base,
    method: 'PUT',
    summary: 'Change the table of mobile prefixes: what is left out is gone',
    ifMatch: 'required',
    body: mobilePrefixesBody,
    answer: { status: 200, schema: mobilePrefixes },
    errors: ['changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
