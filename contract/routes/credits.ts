import * as z from 'zod/mini';
import { instant, messageId, moment } from '../fields.ts';
import { pageOf, pageQuery } from '../pages.ts';
import type { Route } from '../route.ts';
import { pricePer, tariff } from '../tariff.ts';
import { batchId } from './batches/batch-id.ts';
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
const used = z.int().register(z.globalRegistry, { description: 'Never above 0' });
const complete = z.boolean().register(z.globalRegistry, {
  description: 'The day is closed: this line changes no more',
});
const hadByBatches = {
  day: bookedDay,
  credits: used,
  messages: z.int().register(z.globalRegistry, { description: 'That were sent on the day' }),
  reserved: z.int().register(z.globalRegistry, {
    description: 'Set aside on the day, by accepting; it leaves the balance as the messages are sent',
  }),
  returned: z.int().register(z.globalRegistry, {
    description:
      'Of what was set aside, what came back on the day: of messages that were stopped or certainly did not go',
  }),
  balance,
  complete,
};

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
    kind: z.literal('batch').register(z.globalRegistry, {
      description:
        'What a batch of messages had of the credits on a day; `/v1/message-batches/{batchId}/lines` has its messages',
    }),
    batchId,
    name: z
      .optional(z.string())
      .register(z.globalRegistry, { description: 'As long as the batch is kept, as what follows' }),
    acceptedAt: z.optional(instant),
    by: z.optional(z.string()).register(z.globalRegistry, { description: 'Id of who accepted it' }),
    byName: z.optional(z.string()),
    ...hadByBatches,
  }),
  z.object({
    kind: z.literal('batches').register(z.globalRegistry, {
      description: 'The same of all other batches of a day that has more than 100, together',
    }),
    batches: z.int(),
    ...hadByBatches,
  }),
  z.object({
    kind: z.literal('messages').register(z.globalRegistry, {
      description: 'What single messages used up in a day, as one line at its end; a message is on the day it was sent',
    }),
    day: bookedDay,
    credits: used,
    messages: z.int(),
    balance,
    complete,
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
  function: 'api-services',
  access: 'credits:read',
  query: z.strictObject({ month: z.optional(month) }),
  errors: [],
} as const;

export const creditRoutes = {
  getCredits: {
    method: 'GET',
    path: '/v1/credits',
    function: 'api-services',
    summary: 'The balance of credits, and what they cost',
    access: 'credits:read',
    answer: {
      status: 200,
      schema: z.object({
        granted: z.int(),
        available: z.int(),
        reserved: z.int(),
        consumed: z.int(),
        pricePer,
        tariff: z
          .optional(tariff)
          .register(z.globalRegistry, { description: 'What the agency pays for a credit today' }),
      }),
    },
    errors: [],
  },
  getCreditStatement: {
    ...statement,
    path: '/v1/credits/statement',
    summary: 'A month of credits: grants, corrections, batches, and a line for the single messages of each day',
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
    summary: 'The single messages that used up credits on a day, newest first; on several shards shard by shard',
    params: z.object({ day: bookedDay }),
    query: pageQuery,
    answer: {
      status: 200,
      schema: pageOf(z.object({ messageId, credits: z.int(), at: moment('When it was booked') })),
    },
  },
} as const satisfies Record<string, Route>;
