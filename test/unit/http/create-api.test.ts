import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fieldMessages } from '../../../contract/catalogues/field-messages/index.ts';
import { kinds } from '../../../contract/catalogues/field-messages/kinds.ts';
import type { Route } from '../../../contract/route.ts';
import { DomainError } from '../../../functions/domain/shared/domain-error.ts';
import { createApi } from '../../../functions/http/create-api.ts';
import { createLog } from '../../../functions/http/log.ts';
import { apiEvent, type EventInput, lambdaContext } from '../../support/api-event.ts';
import { aPrincipal } from '../../support/principal.ts';

const routes = {
  create: {
    method: 'POST',
    path: '/v1/things',
    function: 'api-messaging',
    summary: 'Make a thing',
    access: 'messages:send',
    idempotencyKey: 'required',
    body: z.strictObject({
      name: z.string('Give the name'),
      size: z.number().int().min(1),
      deep: z.strictObject({}).optional(),
    }),
    answer: { status: 202, schema: z.object({ name: z.string() }) },
    errors: [],
  },
  read: {
    method: 'GET',
    path: '/v1/things/{thingId}',
    function: 'api-messaging',
    summary: 'See a thing',
    access: 'login',
    params: z.object({ thingId: z.string().regex(/^thing_\d+$/) }),
    query: z.strictObject({ limit: z.coerce.number().int().max(100).default(25) }),
    answer: { status: 200, schema: z.object({ id: z.string(), limit: z.number() }) },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;

const secret = { name: 'x', secret: 'must not leave' };
function setUp({
  fail,
  permissions = ['messages:send'] as const,
}: {
  fail?: unknown;
  permissions?: readonly 'messages:send'[];
} = {}) {
  const lines: string[] = [];
  const api = createApi(
    routes,
    {
      create: async ({ body }) => {
        if (fail) throw fail;
        return { body: { ...secret, name: body.name } };
      },
      read: async ({ params, query }) => ({ body: { id: params.thingId, limit: query.limit } }),
    },
    {
      authenticate: async ({ token }) => {
        if (token === 'ht_good' || token === 'hs_good') return aPrincipal(...permissions);
        throw new DomainError('not-logged-in');
      },
      log: createLog(
        (line) => lines.push(line),
        () => new Date(0),
      ),
      siteOrigin: 'https://app.example',
      fieldMessage: fieldMessages(kinds),
    },
  );
  return {
    lines,
    call: async (input: EventInput) => {
      const answer = await api(apiEvent(input), lambdaContext);
      const body = answer.body ? JSON.parse(answer.body) : undefined;
      return { status: answer.statusCode, headers: answer.headers ?? {}, body };
    },
  };
}
const bearer = { authorization: 'Bearer ht_good' };
const create = (input: EventInput = {}): EventInput => ({
  routeKey: 'POST /v1/things',
  body: { name: 'a', size: 1 },
  ...input,
  headers: { ...bearer, 'idempotency-key': 'k1', ...input.headers },
});

describe('createApi', () => {
  it('answers with what the contract names and nothing else', async () => {
    const { status, body, headers } = await setUp().call(create());
    expect({ status, body }).toEqual({ status: 202, body: { name: 'a' } });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'req-1',
    });
  });

  it('gives params and query typed, with defaults', async () => {
    const { body } = await setUp().call({
      routeKey: 'GET /v1/things/{thingId}',
      params: { thingId: 'thing_1' },
      headers: bearer,
    });
    expect(body).toEqual({ id: 'thing_1', limit: 25 });
  });

  it.each([
    ['without a login', { headers: { authorization: '' } }, 401, 'not-logged-in'],
    ['with a token of another kind', { headers: { authorization: 'Bearer hs_good' } }, 401, 'not-logged-in'],
    ['with a body over 256 kB', { body: `"${'x'.repeat(256 * 1024)}"` }, 413, 'body-too-large'],
    ['with another content-type', { headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'],
    ['with a body that is not JSON', { body: '{"name":' }, 400, 'invalid-json'],
    ['without a body', { body: '' }, 400, 'invalid-json'],
    ['without an Idempotency-Key', { headers: { 'idempotency-key': '' } }, 400, 'idempotency-key-missing'],
    ['with a space in the Idempotency-Key', { headers: { 'idempotency-key': 'a b' } }, 400, 'idempotency-key-invalid'],
    [
      'with an Idempotency-Key of 129 characters',
      { headers: { 'idempotency-key': 'x'.repeat(129) } },
      400,
      'idempotency-key-invalid',
    ],
    ['with a query it does not know', { query: { a: '1' } }, 400, 'invalid-request'],
  ])('refuses a request %s', async (_, input, status, code) => {
    const answer = await setUp().call(create(input as EventInput));
    expect(answer).toMatchObject({ status, body: { status, code, requestId: 'req-1' } });
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body.title).not.toBe('');
    expect(answer.body.detail).not.toBe('');
  });

  it('takes a body of exactly 256 kB', async () => {
    const body = JSON.stringify({ name: '', size: 1 });
    const name = 'x'.repeat(256 * 1024 - body.length);
    expect(await setUp().call(create({ body: { name, size: 1 } }))).toMatchObject({ status: 202 });
  });

  it('says in plain words what is wrong with each field, unknown ones too', async () => {
    const { body } = await setUp().call(create({ body: { size: 'two', colour: 'red', deep: { er: 1 } } }));
    expect(body.errors).toEqual([
      { path: 'name', message: 'Give the name' },
      { path: 'size', message: 'Give a number here' },
      { path: 'deep.er', message: 'This field is not known here; leave it out' },
      { path: 'colour', message: 'This field is not known here; leave it out' },
    ]);
  });

  it('refuses __proto__ as a field', async () => {
    const { body } = await setUp().call(create({ body: '{"name":"a","size":1,"__proto__":{"admin":true}}' }));
    expect(body).toMatchObject({ code: 'invalid-request', errors: [{ path: '__proto__' }] });
  });

  it('refuses a caller without the permission and names it', async () => {
    const { status, body } = await setUp({ permissions: [] }).call(create());
    expect({ status, errors: body.errors }).toEqual({
      status: 403,
      errors: [{ path: 'permission', message: 'messages:send' }],
    });
  });

  it('treats an id of the wrong form as one that does not exist', async () => {
    const answer = await setUp().call({
      routeKey: 'GET /v1/things/{thingId}',
      params: { thingId: 'thing_x' },
      headers: bearer,
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('tells an unknown address from an unknown method', async () => {
    const { call } = setUp();
    expect(await call({ method: 'GET', path: '/v1/none' })).toMatchObject({ status: 404 });
    expect(await call({ method: 'DELETE', path: '/v1/things' })).toMatchObject({
      status: 405,
      body: { errors: [{ message: 'This address knows POST' }] },
    });
  });

  it('speaks the language of Accept-Language', async () => {
    const { body, headers } = await setUp().call(
      create({ headers: { authorization: '', 'accept-language': 'fr;q=1, de-AT;q=0.9, nl;q=0.3' } }),
    );
    expect(body.title).toBe('Sie sind nicht angemeldet');
    expect(headers['content-language']).toBe('de');
  });

  it('says when to come back while a service is out of reach', async () => {
    const { call } = setUp({ fail: new DomainError('temporarily-unavailable', { retryAfterSeconds: 7 }) });
    expect(await call(create())).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
  });

  it('S6 logs an unknown error without its message and tells the caller nothing of it', async () => {
    const { call, lines } = setUp({ fail: new Error('wrong number\n    at +31612345678') });
    const { status, body } = await call(create());
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal-error' });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      code: 'internal-error',
      requestId: 'req-1',
      errorName: 'Error',
    });
    expect(lines.join() + JSON.stringify(body)).not.toContain('31612345678');
  });
});

describe('A17 a session cookie', () => {
  const web = (headers: Record<string, string>): EventInput =>
    create({ headers: { 'x-heraut-client': 'web', ...headers }, cookies: ['__Host-heraut=hs_good'] });
  const call = async (headers: Record<string, string>, drop: readonly string[] = []) => {
    const event = web(headers);
    const kept = Object.entries(event.headers ?? {}).filter(
      ([name]) => name !== 'authorization' && !drop.includes(name),
    );
    return (await setUp().call({ ...event, headers: Object.fromEntries(kept) })).status;
  };

  it('counts in a request of our own page', async () => {
    expect(await call({ 'sec-fetch-site': 'same-origin' })).toBe(202);
    expect(await call({ origin: 'https://app.example' })).toBe(202);
  });

  it.each(['cross-site', 'same-site', 'none'])('does not count when Sec-Fetch-Site is %s', async (site) => {
    expect(await call({ 'sec-fetch-site': site, origin: 'https://app.example' })).toBe(403);
  });

  it('does not count from another origin, without any, or without our header', async () => {
    expect(await call({ origin: 'https://evil.example' })).toBe(403);
    expect(await call({})).toBe(403);
    expect(await call({ 'sec-fetch-site': 'same-origin' }, ['x-heraut-client'])).toBe(403);
  });
});
