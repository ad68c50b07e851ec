import * as z from 'zod/mini';
import type { FieldMessage } from '../catalogues/field-messages/index.ts';
import { errorCodes } from '../errors.ts';
import { apiTokenId, employeeId, instant, line, moment, NO_CONTROLS } from '../fields.ts';
import { LOGIN_NAME_LENGTH } from '../login-data.ts';
import { permissionNames } from '../permissions.ts';
import type { Route } from '../route.ts';

const permission = z.enum(permissionNames);

/** Bytes of UTF-8; more would only cost time to hash. */
export const MAX_PASSWORD_BYTES = 256;
const text = (missing: FieldMessage) => z.string(missing).check(z.minLength(1, missing));
const TOO_LONG = 'Give a shorter password: at most 256 bytes' satisfies FieldMessage;
export const password = text('Give the password').check(
  z.refine((given) => new TextEncoder().encode(given).length <= MAX_PASSWORD_BYTES, TOO_LONG),
);
const NOT_A_NAME = 'Give 3 to 100 characters, without spaces' satisfies FieldMessage;
const loginName = text('Give the login name').check(
  z.maxLength(LOGIN_NAME_LENGTH.most, NOT_A_NAME),
  z.regex(NO_CONTROLS, NOT_A_NAME),
);
/** Its length is looked at with all else that is asked of a new one. */
export const newPassword = text('Give the password').check(z.maxLength(4 * MAX_PASSWORD_BYTES, TOO_LONG));

export const sessionId = z
  .string()
  .check(z.regex(/^ses_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of a session begins with ses_'))
  .register(z.globalRegistry, { description: 'Id of a session' });

export const agency = line('Give the short name of your agency', 63).register(z.globalRegistry, {
  description: 'Short name of your agency',
  examples: ['west'],
});

export const logInBody = z.strictObject({
  tenant: agency,
  loginName,
  password,
});

export const session = z.object({
  tenant: z.object({ slug: z.string(), name: z.string() }),
  employee: z.optional(z.object({ id: employeeId, name: z.string(), loginName: z.string() })),
  worker: z.optional(z.object({ id: z.string(), name: z.string(), loginName: z.string() })),
  contact: z.optional(z.object({ id: z.string(), name: z.string(), loginName: z.string(), companyId: z.string() })),
  operator: z.optional(z.object({ id: employeeId, name: z.string(), loginName: z.string() })),
  apiToken: z.optional(z.object({ id: apiTokenId, name: z.string() })),
  mustChangeLoginData: z.optional(
    z.literal(true).register(z.globalRegistry, {
      description: 'The login data are those that the system made: nothing works before they are changed',
    }),
  ),
  pending: z.optional(
    z.enum(['second-factor', 'enrol-second-factor']).register(z.globalRegistry, {
      description: 'What this session still lacks: nothing else works before it is given, or set up',
    }),
  ),
  permissions: z.array(permission),
  withheld: z.optional(z.array(z.object({ permission, code: z.enum(errorCodes) }))).register(z.globalRegistry, {
    description: 'What the agency’s settings hold back now, each with the error that says why',
  }),
  expiresAt: moment('Ends then at the latest; a login ends after 30 minutes without a request'),
});

/** What a login gives: a cookie to a page of ours, a token of 15 minutes to a page of an agency's own site. */
export const openedSession = z.extend(session, {
  accessToken: z.optional(
    z.string().register(z.globalRegistry, {
      description:
        'To the agency’s own site alone, never a cookie: send it as `Authorization: Bearer`, keep it in memory, and renew it at POST /v1/session/renewal before `expiresAt`',
    }),
  ),
  renewableUntil: z.optional(moment('Until when the token can be renewed')),
});

export const sessionRoutes = {
  logIn: {
    method: 'POST',
    repeated: 'own',
    path: '/v1/session',
    function: 'api-login',
    summary: 'Log in; the session comes as a cookie, or to the agency’s own site as a token',
    access: 'open',
    fromAgencySites: true,
    body: logInBody,
    answer: { status: 201, schema: openedSession },
    errors: ['login-failed', 'too-many-tries'],
  },
  getSession: {
    method: 'GET',
    path: '/v1/session',
    function: 'api-access',
    summary: 'Who am I, and what may I do',
    access: 'login',
    fromAgencySites: true,
    duringFirstLogin: true,
    whilePending: ['second-factor', 'enrol-second-factor'],
    answer: { status: 200, schema: session },
    errors: [],
  },
  logOut: {
    method: 'DELETE',
    path: '/v1/session',
    function: 'api-access',
    summary: 'Log out',
    access: 'login',
    fromAgencySites: true,
    duringFirstLogin: true,
    whilePending: ['second-factor', 'enrol-second-factor'],
    answer: { status: 204 },
    errors: [],
  },
  renewSession: {
    method: 'POST',
    repeated: 'own',
    path: '/v1/session/renewal',
    function: 'api-access',
    summary: 'A new token in place of the one of this request, which ends; for the agency’s own site',
    access: 'login',
    fromAgencySites: true,
    duringFirstLogin: true,
    answer: { status: 201, schema: openedSession },
    errors: ['action-not-possible'],
  },
  changeIssuedLoginData: {
    method: 'PUT',
    path: '/v1/session/login-data',
    function: 'api-login',
    summary: 'Choose an own login name and password in place of those that the system made',
    access: 'worker',
    fromAgencySites: true,
    duringFirstLogin: true,
    body: z.strictObject({
      loginName: loginName.register(z.globalRegistry, {
        description: '3 to 100 characters without spaces; not the issued one, and not with its prefix',
      }),
      password: newPassword,
    }),
    answer: { status: 200, schema: openedSession },
    errors: ['action-not-possible', 'name-taken', 'too-many-tries'],
  },
  listSessions: {
    method: 'GET',
    path: '/v1/sessions',
    function: 'api-access',
    summary: 'My sessions',
    access: 'login',
    fromAgencySites: true,
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(
          z.object({
            id: sessionId,
            createdAt: instant,
            lastSeenAt: moment('Its last request, to the minute'),
            expiresAt: moment('Ends then at the latest'),
            current: z.boolean().register(z.globalRegistry, { description: 'The one of this request' }),
          }),
        ),
      }),
    },
    errors: [],
  },
  endSession: {
    method: 'DELETE',
    path: '/v1/sessions/{sessionId}',
    function: 'api-access',
    summary: 'End one of my sessions, at once',
    access: 'login',
    fromAgencySites: true,
    params: z.object({ sessionId }),
    answer: { status: 204 },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
