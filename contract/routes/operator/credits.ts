import * as z from 'zod/mini';
import { line, moment } from '../../fields.ts';
import type { Route } from '../../route.ts';
import { amount, currency, pricePer, tariff, validFrom } from '../../tariff.ts';
import { tenantId } from './tenants.ts';

/** More at once is a slip of the hand. */
export const CREDITS_AT_MOST = 10_000_000;

/** One item of the table takes some 50 transactions a second: so many take more than the 500 a second that an agency may send. */
export const MAX_SHARDS = 16;

const shards = z
  .int('Give a whole number')
  .check(z.minimum(1, 'Give a whole number above 0'), z.maximum(MAX_SHARDS, `Give ${MAX_SHARDS} at most`))
  .register(z.globalRegistry, {
    description: 'Parts of its wallet that are booked on apart from each other: one for each 50 messages a second',
    examples: [4],
  });

export const reason = line('Give the reason', 200).register(z.globalRegistry, {
  description: 'Why; the agency can read it',
});

export const operatedTariff = z.extend(tariff, {
  setAt: moment('When it was set'),
  setBy: z.string().register(z.globalRegistry, { description: 'Id of the operator' }),
});

export const bookingBody = z
  .strictObject({
    kind: z.enum(['grant', 'correction'], 'Give grant or correction'),
    credits: z
      .int('Give a whole number')
      .check(
        z.refine((credits) => credits !== 0, 'Give a number other than 0'),
        z.minimum(-CREDITS_AT_MOST, `Give ${-CREDITS_AT_MOST} at least`),
        z.maximum(CREDITS_AT_MOST, `Give ${CREDITS_AT_MOST} at most`),
      )
      .register(z.globalRegistry, {
        description: 'Below 0 to take credits back, by a correction alone, and no more than are available',
        examples: [500],
      }),
    reason,
  })
  .check(
    z.refine(({ kind, credits }) => kind === 'correction' || credits > 0, {
      path: ['credits'],
      message: 'A grant is above 0; take credits back by a correction',
    }),
  );

const balance = z.object({ granted: z.int(), available: z.int(), reserved: z.int(), consumed: z.int() });
const params = z.object({ tenantId });
const one = { function: 'api-operator', access: 'operator', params } as const;

export const operatorCreditRoutes = {
  getTenantCredits: {
    ...one,
    method: 'GET',
    path: '/v1/operator/tenants/{tenantId}/credits',
    summary: 'The balance of an agency',
    answer: { status: 200, schema: balance },
    errors: ['not-found'],
  },
  bookCredits: {
    ...one,
    method: 'POST',
    path: '/v1/operator/tenants/{tenantId}/credits',
    summary: 'Grant credits to an agency, or correct them; once for each key, for good',
    idempotencyKey: 'required',
    body: bookingBody,
    answer: { status: 201, schema: z.object({ id: z.string(), at: moment('When it was booked') }) },
    errors: ['not-found', 'action-not-possible', 'idempotency-key-reused'],
  },
  listTariffs: {
    ...one,
    method: 'GET',
    path: '/v1/operator/tenants/{tenantId}/tariffs',
    summary: 'What was agreed with an agency, newest first: the last 100',
    answer: { status: 200, schema: z.object({ items: z.array(operatedTariff) }) },
    errors: ['not-found'],
  },
  setTariff: {
    ...one,
    method: 'PUT',
    path: '/v1/operator/tenants/{tenantId}/tariffs/{validFrom}',
    params: z.object({ tenantId, validFrom }),
    summary: 'Set what an agency pays for a credit from a day on',
    body: z.strictObject({ amount, currency }),
    answer: { status: 200, schema: operatedTariff },
    errors: ['not-found'],
  },
  setPricePer: {
    ...one,
    method: 'PUT',
    path: '/v1/operator/tenants/{tenantId}/price-per',
    summary: 'Have an agency’s SMS cost one credit each, or one for each part',
    body: z.strictObject({ pricePer }),
    answer: { status: 200, schema: z.object({ pricePer }) },
    errors: ['not-found'],
  },
  widenWallet: {
    ...one,
    method: 'PUT',
    path: '/v1/operator/tenants/{tenantId}/wallet-shards',
    summary: 'Have an agency’s credits take more messages a second. A wallet never gets fewer shards',
    body: z.strictObject({ shards }),
    answer: { status: 200, schema: z.object({ shards }) },
    errors: ['not-found', 'action-not-possible'],
  },
} as const satisfies Record<string, Route>;
