import * as z from 'zod/mini';
import { line, moment } from '../fields.ts';
import { PROVIDER_REASONS } from '../provider-reasons.ts';
import { HIGHEST_RATE, PROVIDERS, SENDING_ROUTES } from '../providers.ts';
import type { Route } from '../route.ts';

const params = z.object({ provider: z.enum(PROVIDERS) });

const secret = (missing: string) => line(missing, 500);
/** Strings that a header can carry. */
const token = secret('Give the token').check(z.regex(/^[\x21-\x7e]+$/, 'A token has no spaces and plain letters only'));

export const providerAccountBody = z.strictObject({
  credentials: z
    .union(
      [
        z.strictObject({ token }),
        z.strictObject({ username: secret('Give the name'), password: secret('Give the password') }),
      ],
      'Give a token, or for websms a username and a password',
    )
    .register(z.globalRegistry, {
      examples: [{ token: 'a1b2c3d4' }],
      description: 'A token; websms also takes a username and a password. They are never shown again',
    }),
  house: z.optional(z.enum(['pl', 'com'], 'Say pl or com')).register(z.globalRegistry, {
    description:
      'SMSAPI alone: whether the account is with smsapi.pl or smsapi.com, which is taken where nothing is said',
  }),
  perSecond: z
    .optional(
      z
        .int('Give a whole number')
        .check(z.minimum(1, 'At least 1'), z.maximum(HIGHEST_RATE, `At most ${HIGHEST_RATE}`)),
    )
    .register(z.globalRegistry, { description: 'Messages a second at most; 10 where nothing is said' }),
});

export const providerAccount = z.object({
  provider: z.enum(PROVIDERS),
  credentials: z.string().register(z.globalRegistry, { description: 'The end of the token or password: ********1a2b' }),
  house: z.optional(z.enum(['pl', 'com'])),
  perSecond: z.int(),
  callbackAddress: z.string().register(z.globalRegistry, {
    description:
      'Where the provider tells of messages that come in: enter it in the account there. It holds a secret: whoever knows it can tell ' +
      'us anything in the provider’s name. For delivery reports nothing is to be entered',
  }),
  earlierAddressUntil: z.optional(moment('Until then the address before counts too')),
  pause: z.optional(
    z.object({
      reason: z.enum(PROVIDER_REASONS),
      inWords: z.string(),
      since: moment('Nothing is given to the provider since then'),
      until: z.optional(
        moment('One message is tried after this; absent: the account has to be changed or resumed first'),
      ),
    }),
  ),
  changedAt: moment('When somebody last changed it'),
  changedBy: z.string(),
});

export const routingBody = z.strictObject({
  routes: z
    .array(z.enum(SENDING_ROUTES, `Name routes out of ${SENDING_ROUTES.join(', ')}`))
    .check(
      z.minLength(1, 'Name one route at least'),
      z.refine((routes) => new Set(routes).size === routes.length, 'Name each route once'),
    )
    .register(z.globalRegistry, {
      description:
        'The route that messages take, and after it those to which a message moves when it certainly was not sent by the one before',
    }),
});

/** An agency's accounts with web providers, and the order in which messages take them. */
export const providerRoutes = {
  listProviderAccounts: {
    method: 'GET',
    path: '/v1/providers',
    function: 'api-providers',
    summary: 'The accounts with web providers',
    access: 'settings:manage',
    answer: { status: 200, schema: z.object({ items: z.array(providerAccount) }) },
    errors: [],
  },
  getProviderAccount: {
    method: 'GET',
    path: '/v1/providers/{provider}',
    function: 'api-providers',
    summary: 'The account with one web provider',
    access: 'settings:manage',
    params,
    answer: { status: 200, schema: providerAccount },
    errors: ['not-found'],
  },
  saveProviderAccount: {
    method: 'PUT',
    path: '/v1/providers/{provider}',
    function: 'api-providers',
    summary:
      'Set up an account with a web provider, or give it other credentials; the provider is asked whether they are good',
    access: 'settings:manage',
    params,
    body: providerAccountBody,
    answer: { status: 200, schema: providerAccount },
    errors: ['not-found', 'provider-account-refused', 'changed-meanwhile'],
  },
  removeProviderAccount: {
    method: 'DELETE',
    path: '/v1/providers/{provider}',
    function: 'api-providers',
    summary: 'Forget an account: its credentials at once, and its addresses for callbacks',
    access: 'settings:manage',
    params,
    answer: { status: 204 },
    errors: ['not-found', 'still-in-use'],
  },
  getProviderBalance: {
    method: 'GET',
    path: '/v1/providers/{provider}/balance',
    function: 'api-providers',
    summary: 'What the provider says is left on the account',
    access: 'settings:manage',
    params,
    answer: {
      status: 200,
      schema: z.object({
        balance: z.optional(z.number()).register(z.globalRegistry, {
          description:
            'In the provider’s own units; absent where it tells none, as websms and accounts that are billed',
        }),
      }),
    },
    errors: ['not-found', 'provider-account-refused'],
  },
  renewCallbackAddress: {
    method: 'POST',
    path: '/v1/providers/{provider}/callback-address',
    function: 'api-providers',
    summary: 'Make another address for callbacks; the one before counts for 4 days more',
    access: 'settings:manage',
    idempotencyKey: 'required',
    params,
    answer: { status: 201, schema: providerAccount },
    errors: ['not-found', 'changed-meanwhile', 'idempotency-key-reused'],
  },
  resumeProvider: {
    method: 'POST',
    repeated: 'state',
    path: '/v1/providers/{provider}/resumption',
    function: 'api-providers',
    summary: 'End the pause of a route, as after its account was topped up',
    access: 'settings:manage',
    params,
    answer: { status: 200, schema: providerAccount },
    errors: ['not-found'],
  },
  getRouting: {
    method: 'GET',
    path: '/v1/message-routing',
    function: 'api-providers',
    summary: 'By which routes messages go',
    access: 'settings:manage',
    answer: { status: 200, schema: routingBody },
    errors: [],
  },
  changeRouting: {
    method: 'PUT',
    path: '/v1/message-routing',
    function: 'api-providers',
    summary: 'Change by which routes messages go; it counts for the next message on',
    access: 'settings:manage',
    body: routingBody,
    answer: { status: 200, schema: routingBody },
    errors: ['provider-not-set-up'],
  },
} as const satisfies Record<string, Route>;
