import * as z from 'zod/mini';
import { instant, messageId, moment } from '../fields.ts';
import { pageOf, pageQuery } from '../pages.ts';
import type { Route } from '../route.ts';
import { day } from './directory/fields.ts';

const month = z
  .string('Give a month')
  .check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Give a month as 2026-11'))
  .register(z.globalRegistry, {
    description: 'By days of where the agency is; absent: the present month',
    examples: ['2026-11'],
  });

const balance = z.int().register(z.globalRegistry, {
  description: 'After this line: what is available and what is reserved, together',
});
const bookedDay = day('By days of where the agency is');

export const statementLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['grant', 'correction']),
    day: bookedDay,
    at: instant,
    id: z.string(),
    credits: z.int().register(z.globalRegistry, { description: 'Below 0 where credits were taken back' }),
    reason: z.string(),
    by: z.literal('operator'),
    balance,
  }),
  z.object({
    kind: z.literal('messages').register(z.globalRegistry, {
      description: 'What single messages used up in a day, as one line at its end; a message is on the day it was sent',
    }),
    day: bookedDay,
    credits: z.int().register(z.globalRegistry, { description: 'Never above 0' }),
    messages: z.int(),
    balance,
    complete: z.boolean().register(z.globalRegistry, { description: 'The day is closed: this line changes no more' }),
  }),
]);

export const creditStatement = z.object({
  month,
  opening: z.int().register(z.globalRegistry, { description: 'The balance before the first line' }),
  lines: z.array(statementLine).register(z.globalRegistry, { description: 'Oldest first' }),
  balance: z.int().register(z.globalRegistry, { description: 'After the last line' }),
});

const statement = {
  method: 'GET',
  function: 'api-messaging',
  access: 'credits:read',
  query: z.strictObject({ month: z.optional(month) }),
  errors: [],
} as const;

export const creditRoutes = {
  getCreditStatement: {
    ...statement,
    path: '/v1/credits/statement',
    summary: 'A month of credits: grants, corrections, and a line for the messages of each day',
    answer: { status: 200, schema: creditStatement },
  },
  getCreditStatementCsv: {
    ...statement,
    path: '/v1/credits/statement.csv',
    summary: 'The same as CSV, with headings in the language of who asks',
    answer: { status: 200, schema: z.string(), contentType: 'text/csv; charset=utf-8' },
  },
  listCreditCharges: {
    ...statement,
    path: '/v1/credits/days/{day}/messages',
    summary: 'The messages that used up credits on a day, newest first; on several shards shard by shard',
    params: z.object({ day: bookedDay }),
    query: pageQuery,
    answer: {
      status: 200,
      schema: pageOf(z.object({ messageId, credits: z.int(), at: moment('When it was booked') })),
    },
  },
} as const satisfies Record<string, Route>;
