import * as z from 'zod/mini';
import { en } from './catalogues/en.ts';
import { ERRORS, type ErrorCode } from './errors.ts';
import type { JsonSchema, OpenApi, Operation, Parameter, Response } from './openapi-document.ts';
import { PERMISSION_TITLES } from './permission-titles.ts';
import { problem } from './problem.ts';
import { CLIENT_HEADER, ENTITY_TAG, IDEMPOTENCY_KEY, type Route, SESSION_COOKIE } from './route.ts';
import { errorsOf } from './route-errors.ts';

/** Of the API itself: the number in its paths, and what was added to it since. */
export const API_VERSION = '1.0.0';

/** The OpenAPI 3.1 document of the routes; made of the same schemas that check each request. */
export function openApi(routes: Readonly<Record<string, Route>>): OpenApi {
  const schemas: Record<string, JsonSchema> = { Problem: jsonSchema(problem, 'output') };
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    if (route.body) schemas[`${title}Body`] = jsonSchema(route.body, 'input');
    if (route.answer.schema) schemas[`${title}Answer`] = jsonSchema(route.answer.schema, 'output');
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, title, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Heraut',
      version: API_VERSION,
      description: 'Sends the SMS of a staffing agency through its own SIM card, and tells what became of each.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  };
}

const SECURITY_SCHEMES = {
  apiToken: { type: 'http', scheme: 'bearer', description: 'For systems: an API token, made at POST /v1/api-tokens.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'For the web app: set by POST /v1/session.',
  },
  webClient: {
    type: 'apiKey',
    in: 'header',
    name: CLIENT_HEADER,
    description: 'Goes with the cookie: the value `web`.',
  },
} as const;

function operation(operationId: string, title: string, route: Route): Operation {
  return {
    operationId,
    summary: route.summary,
    description: accessText(route),
    tags: [route.function.replace(/^api-/, '')],
    security: route.access === 'open' ? [] : [{ apiToken: [] }, { session: [], webClient: [] }],
    parameters: parametersOf(route),
    ...(route.body && {
      requestBody: { required: true, content: { [bodyTypeOf(route)]: { schema: ref(`${title}Body`) } } },
    }),
    responses: { [route.answer.status]: success(title, route), ...problems(route) },
  };
}

const bodyTypeOf = ({ bodyType }: Route) =>
  bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';

export function accessText({ access }: Pick<Route, 'access'>): string {
  if (access === 'open') return 'Needs no login.';
  if (access === 'login') return 'Needs a login or an API token.';
  if (access === 'staff') return 'Needs the login of an employee, or an API token.';
  if (access === 'worker') return 'Needs the login of a worker.';
  if (access === 'hirer') return 'Needs the login of a contact of a company.';
  if (access === 'operator') return 'Needs the login of an operator.';
  return `Needs the permission \`${access}\` (${PERMISSION_TITLES[access].title}).`;
}

function parametersOf(route: Route): Parameter[] {
  return [
    ...fieldsOf(route.params).map((field) => ({ ...field, in: 'path' as const, required: true })),
    ...fieldsOf(route.query).map((field) => ({ ...field, in: 'query' as const })),
    ...(route.idempotencyKey
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header' as const,
            required: true,
            description:
              'A key of your own. Repeated with the same body it gives the same answer for 8 days, and sends nothing again.',
            schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
          },
        ]
      : []),
    ...(route.ifMatch
      ? [
          {
            name: 'If-Match',
            in: 'header' as const,
            required: true,
            description: 'The ETag of the version that you have seen.',
            schema: { type: 'string', pattern: ENTITY_TAG.source },
          },
        ]
      : []),
  ];
}

function fieldsOf(schema: z.core.$ZodType | undefined): Omit<Parameter, 'in'>[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    required: required.includes(name),
    ...(typeof description === 'string' && { description }),
    schema: rest,
  }));
}

function success(title: string, { answer, summary }: Route): Response {
  if (!answer.schema) return { description: 'Done' };
  const mediaType = answer.contentType?.split(';')[0] ?? 'application/json';
  return { description: summary, content: { [mediaType]: { schema: ref(`${title}Answer`) } } };
}

function problems(route: Route): Record<string, Response> {
  const byStatus = Map.groupBy(errorsOf(route), (code) => ERRORS[code].status);
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, problemResponse(status, codes)]));
}

function problemResponse(status: number, codes: readonly ErrorCode[]): Response {
  return {
    description: codes.map((code) => `\`${code}\`: ${en[code].title}. ${en[code].action}`).join('\n'),
    ...(status === 503 && {
      headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } },
    }),
    content: { 'application/problem+json': { schema: ref('Problem') } },
  };
}

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** Requests are strict; answers may grow, so that theirs do not forbid further fields. */
function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    override: ({ jsonSchema: made }) => {
      if (io === 'output' && made.additionalProperties === false) delete made.additionalProperties;
    },
  });
  return json as JsonSchema;
}
