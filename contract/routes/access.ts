import * as z from 'zod';
import { instant, line, pageOf, pageQuery } from '../fields.ts';
import { type Permission, permissionNames } from '../permissions.ts';
import type { Route } from '../route.ts';

export const employeeId = z
  .string()
  .regex(/^emp_[0-9A-HJKMNP-TV-Z]{26}$/, 'An employee id begins with emp_')
  .meta({ description: 'Id of an employee' });
export const apiTokenId = z
  .string()
  .regex(/^tok_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of an API token begins with tok_')
  .meta({ description: 'Id of an API token' });
const permission = z.enum(permissionNames);

/** Bytes of UTF-8; more would only cost time to hash. */
export const MAX_PASSWORD_BYTES = 256;
const password = z
  .string('Give the password')
  .min(1, 'Give the password')
  .refine((text) => new TextEncoder().encode(text).length <= MAX_PASSWORD_BYTES, 'A password has at most 256 bytes');

export const logInBody = z.strictObject({
  tenant: line('Give the short name of your agency', 63).meta({
    description: 'Short name of your agency',
    examples: ['west'],
  }),
  loginName: line('Give the login name', 100),
  password,
});

export const session = z.object({
  tenant: z.object({ slug: z.string(), name: z.string() }),
  employee: z.object({ id: employeeId, name: z.string(), loginName: z.string() }).optional(),
  apiToken: z.object({ id: apiTokenId, name: z.string() }).optional(),
  permissions: z.array(permission),
  expiresAt: instant.meta({ description: 'Ends then at the latest; a login ends after 30 minutes without a request' }),
});

/** What a token may be given. Making tokens is not among it: a leaked one cannot outlive its end. */
export type Scope = Exclude<Permission, 'api-tokens:manage'>;
export const scopeNames = permissionNames.filter((name) => name !== 'api-tokens:manage') as [Scope, ...Scope[]];
const scopes = z
  .array(z.enum(scopeNames), 'Give a list of permissions')
  .min(1, 'Give at least one permission')
  .refine((list) => new Set(list).size === list.length, 'Give each permission once')
  .meta({ description: 'What it may do, of what you may do' });

export const MAX_TOKEN_DAYS = 365;
export const apiToken = z.object({
  id: apiTokenId,
  name: z.string(),
  scopes: z.array(z.enum(scopeNames)),
  createdAt: instant,
  createdBy: employeeId,
  expiresAt: instant,
});

export const accessRoutes = {
  logIn: {
    method: 'POST',
    path: '/v1/session',
    function: 'api-login',
    summary: 'Log in; the session comes as a cookie',
    access: 'open',
    body: logInBody,
    answer: { status: 201, schema: session },
    errors: ['login-failed'],
  },
  getSession: {
    method: 'GET',
    path: '/v1/session',
    function: 'api-access',
    summary: 'Who am I, and what may I do',
    access: 'login',
    answer: { status: 200, schema: session },
    errors: [],
  },
  logOut: {
    method: 'DELETE',
    path: '/v1/session',
    function: 'api-access',
    summary: 'Log out',
    access: 'login',
    answer: { status: 204 },
    errors: [],
  },
  createApiToken: {
    method: 'POST',
    path: '/v1/api-tokens',
    function: 'api-access',
    summary: 'Make an API token; it is shown this once',
    access: 'api-tokens:manage',
    body: z.strictObject({
      name: line('Give a name that tells what uses the token', 100).meta({
        description: 'Tells what uses it',
        examples: ['Planning system'],
      }),
      scopes,
      validDays: z
        .number()
        .int()
        .min(1)
        .max(MAX_TOKEN_DAYS)
        .default(90)
        .meta({ description: 'Days of 24 hours until it ends, a year at most' }),
    }),
    answer: {
      status: 201,
      schema: apiToken.extend({ token: z.string().meta({ description: 'Send it as Authorization: Bearer' }) }),
    },
    errors: [],
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
