import * as z from 'zod/mini';
import { apiTokenId, employeeId, instant, line } from '../fields.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { scopeNames } from '../permissions.ts';
import type { Route } from '../route.ts';

const scopes = z
  .array(z.enum(scopeNames), 'Give a list of permissions')
  .check(
    z.minLength(1, 'Give at least one permission'),
    z.refine((list) => new Set(list).size === list.length, 'Give each permission once'),
  )
  .register(z.globalRegistry, { description: 'What it may do, of what you may do' });

export const MAX_TOKEN_DAYS = 365;
export const apiToken = z.object({
  id: apiTokenId,
  name: z.string(),
  scopes: z.array(z.enum(scopeNames)),
  createdAt: instant,
  createdBy: employeeId,
  expiresAt: instant,
});

export const apiTokenRoutes = {
  createApiToken: {
    method: 'POST',
    path: '/v1/api-tokens',
    function: 'api-access',
    summary: 'Make an API token; it is shown this once',
    access: 'api-tokens:manage',
    idempotencyKey: 'required',
    body: z.strictObject({
      name: line('Give a name that tells what uses the token', 100).register(z.globalRegistry, {
        description: 'Tells what uses it',
        examples: ['Planning system'],
      }),
      scopes,
      validDays: z._default(
        z
          .int()
          .check(z.minimum(1), z.maximum(MAX_TOKEN_DAYS))
          .register(z.globalRegistry, { description: 'Days of 24 hours until it ends, a year at most' }),
        90,
      ),
    }),
    answer: {
      status: 201,
      schema: z.extend(apiToken, {
        token: z.string().register(z.globalRegistry, { description: 'Send it as Authorization: Bearer' }),
      }),
    },
    errors: ['idempotency-key-reused'],
  },
  listApiTokens: {
    method: 'GET',
    path: '/v1/api-tokens',
    function: 'api-access',
    summary: 'List API tokens, newest first',
    access: 'api-tokens:manage',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(apiToken) },
    errors: [],
  },
  deleteApiToken: {
    method: 'DELETE',
    path: '/v1/api-tokens/{tokenId}',
    function: 'api-access',
    summary: 'Withdraw an API token, at once',
    access: 'api-tokens:manage',
    params: z.object({ tokenId: apiTokenId }),
    answer: { status: 204 },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
