import * as z from 'zod/mini';
import { line, moment } from '../fields.ts';
import { permissionNames } from '../permissions.ts';
import type { Route } from '../route.ts';

export const employeeId = z
  .string()
  .check(z.regex(/^emp_[0-9A-HJKMNP-TV-Z]{26}$/, 'An employee id begins with emp_'))
  .register(z.globalRegistry, { description: 'Id of an employee' });
export const apiTokenId = z
  .string()
  .check(z.regex(/^tok_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of an API token begins with tok_'))
  .register(z.globalRegistry, { description: 'Id of an API token' });
const permission = z.enum(permissionNames);

/** Bytes of UTF-8; more would only cost time to hash. */
export const MAX_PASSWORD_BYTES = 256;
const password = z.string('Give the password').check(
  z.minLength(1, 'Give the password'),
  z.refine((text) => new TextEncoder().encode(text).length <= MAX_PASSWORD_BYTES, 'A password has at most 256 bytes'),
);

export const logInBody = z.strictObject({
  tenant: line('Give the short name of your agency', 63).register(z.globalRegistry, {
    description: 'Short name of your agency',
    examples: ['west'],
  }),
  loginName: line('Give the login name', 100),
  password,
});

export const session = z.object({
  tenant: z.object({ slug: z.string(), name: z.string() }),
  employee: z.optional(z.object({ id: employeeId, name: z.string(), loginName: z.string() })),
  apiToken: z.optional(z.object({ id: apiTokenId, name: z.string() })),
  permissions: z.array(permission),
  expiresAt: moment('Ends then at the latest; a login ends after 30 minutes without a request'),
});

export const sessionRoutes = {
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
} as const satisfies Record<string, Route>;
