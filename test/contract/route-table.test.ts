import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiFunction, MAX_BODY_BYTES, type Route, routeKey } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import type { EventInput } from '../support/api-event.ts';
import { bringMessage } from '../support/brought-message.ts';
import { type Answered, loadFunctions } from '../support/functions.ts';
import { type IotServer, startIotServer } from '../support/iot-server.ts';
import { anotherBody } from '../support/routes/another-body.ts';
import { exampleBody } from '../support/routes/example-body.ts';
import { paramsIn } from '../support/routes/ids.ts';
import { prepared } from '../support/routes/prepared.ts';
import { type As, type TwoAgencies, twoAgencies } from '../support/routes/two-agencies.ts';
import { useTable } from '../support/table.ts';

/**
 * Those for workers or hirers alone have their own tests: the logins here are of employees. So have callbacks: what providers tell may
 * have more in it than is documented.
 */
const all: [string, Route][] = Object.values(routes)
  .filter(({ access, path }: Route) => access !== 'worker' && access !== 'hirer' && !path.startsWith('/v1/callbacks/'))
  .map((route: Route) => [routeKey(route), route]);
const withLogin = all.filter(([, { access }]) => access !== 'open');
const withPermission = withLogin.filter(([, { access }]) => access !== 'login' && access !== 'staff');
const withParams = withLogin.filter(([, { params }]) => params);
/** To operators no agency is another's, and a day or a provider is nobody's. */
const ofOneTenant = withParams.filter(
  ([, { access, path }]) => access !== 'operator' && !path.endsWith('/{day}/messages') && !path.includes('{provider}'),
);
const withBody = all.filter(([, { body }]) => body);
const withVersion = all.filter(([, { ifMatch }]) => ifMatch);
const withKey = all.filter(([, { idempotencyKey }]) => idempotencyKey);

const { table, name, client } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let iot: IotServer;
let agencies: TwoAgencies;
beforeAll(async () => {
  iot = await startIotServer();
  functions = await loadFunctions(name, undefined, undefined, iot.url);
  agencies = await twoAgencies(functions, table);
}, 60_000); // it loads every function and logs in five people, on a machine that may be busy
afterAll(() => iot.close());

const ask = (route: Route, as: As, change?: EventInput) => agencies.ask(route, as, change);
const bodyOf = (route: Route) => agencies.bodyOf(route);
const prepare = (route: Route, as: 'all' | 'other') => prepared(table, agencies, route, as);

function expectProblem(answer: Answered, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ type: `/docs#error-${code}`, status, code, requestId: expect.any(String) });
  expect(answer.body.title.length * answer.body.detail.length).toBeGreaterThan(0);
}

describe('every route but the open ones', () => {
  it.each(withLogin)('%s answers 401 without a login', async (_, route) => {
    expectProblem(await ask(route, 'nobody'), 401, 'not-logged-in');
  });

  it.each(withLogin)('%s answers 401 for a token that no one was given', async (_, route) => {
    const token = `ht_${agencies.tenantOf('all')}.tok_01JD0000000000000000000000.${'A'.repeat(43)}`;
    const headers = { authorization: `Bearer ${token}` };
    expectProblem(await ask(route, 'nobody', { headers }), 401, 'not-logged-in');
  });

  it.each(withLogin)('A17 %s answers 403 when another site sends the cookie', async (_, route) => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expectProblem(await ask(route, 'all', { headers }), 403, 'wrong-origin');
  });

  it.each(withPermission)('%s answers 403 without its permission', async (_, route) => {
    const as = route.access === 'messages:send' ? 'system' : 'none';
    const answer = await ask(route, as);
    expectProblem(answer, 403, 'not-permitted');
    expect(answer.body.errors).toEqual([{ path: 'permission', message: route.access }]);
  });

  it.each(ofOneTenant)(
    "A21 %s answers 404 for another tenant's id, as for one that does not exist",
    async (_, route) => {
      const params = await prepare(route, 'other');
      const [stranger, nothing, owner] = [
        await ask(route, 'all', { params }),
        await ask(route, 'all'),
        await ask(route, 'other', { params }),
      ];
      expectProblem(stranger, 404, 'not-found');
      expect(stranger).toEqual(nothing);
      expect(owner.status).toBe(route.answer.status);
    },
  );

  it.each(withParams)('%s answers 404 for what cannot be an id', async (_, route) => {
    const params = Object.fromEntries(paramsIn(route).map((param) => [param, '../x#y']));
    expectProblem(await ask(route, 'all', { params }), 404, 'not-found');
  });
});

describe('every route', () => {
  it.each(all)('%s answers 400 for a query that it does not know', async (_, route) => {
    const answer = await ask(route, 'all', { query: { surprise: '1' } });
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toEqual([{ path: 'surprise', message: expect.any(String) }]);
  });

  it.each(withBody.filter(([, route]) => Object.keys(exampleBody(route)).length > 0))(
    '%s names each field that is missing',
    async (_, route) => {
      const answer = await ask(route, 'all', { body: {} });
      expectProblem(answer, 400, 'invalid-request');
      const missing = answer.body.errors.map(({ path }: { path: string }) => path);
      expect(missing).toEqual(Object.keys(bodyOf(route)));
    },
  );

  it.each(withBody)('%s names an unknown field', async (_, route) => {
    const answer = await ask(route, 'all', { body: { ...bodyOf(route), surprise: 1 } });
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toEqual([{ path: 'surprise', message: expect.any(String) }]);
  });

  it.each(withBody)('%s refuses a list, broken JSON, a wrong content-type and a body over 256 kB', async (_, route) => {
    const answer = (change: EventInput) => ask(route, 'all', change);
    expectProblem(await answer({ body: [] }), 400, 'invalid-request');
    expectProblem(await answer({ body: '{' }), 400, 'invalid-json');
    expectProblem(await answer({ headers: { 'content-type': 'text/plain' } }), 415, 'unsupported-media-type');
    expectProblem(await answer({ body: 'x'.repeat(MAX_BODY_BYTES + 1) }), 413, 'body-too-large');
  });

  it.each(withVersion)(
    '%s answers 428 without If-Match and 412 for a version that is not the present one',
    async (_, route) => {
      const params = await prepare(route, 'all');
      const answer = (tag: string) => ask(route, 'all', { params, headers: { 'if-match': tag } });
      expectProblem(await answer(''), 428, 'version-missing');
      for (const tag of ['"2"', '1', 'W/"1"', '*']) expectProblem(await answer(tag), 412, 'changed-meanwhile');
    },
  );

  it.each(withKey)('%s answers 400 without an Idempotency-Key', async (_, route) => {
    const answer = await ask(route, 'all', { headers: { 'idempotency-key': '' } });
    expectProblem(answer, 400, 'idempotency-key-missing');
  });
});

/** An account with a provider has its own test: a provider has to say that it is good. */
const repeatable = withKey.filter(([, { path }]) => !path.includes('{provider}'));

describe('every route that makes something', () => {
  it('B6 takes an Idempotency-Key, or says what comes of it without one', () => {
    const untold = Object.entries<Route>(routes).filter(
      ([, { method, idempotencyKey, repeated }]) =>
        method === 'POST' && (idempotencyKey === undefined) === (repeated === undefined),
    );
    expect(untold.map(([routeName]) => routeName)).toEqual([]);
  });

  it.each(repeatable)('B6 %s gives the same answer for the same key, and 422 for another body', async (_, route) => {
    const params = await prepare(route, 'all');
    const body = route.body && (await bodyFor(route));
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const send = (asked: object | undefined) => ask(route, 'all', { params, headers, ...(asked && { body: asked }) });
    const first = await send(body);
    expect(first.status).toBe(route.answer.status);
    const again = await send(body);
    expect([again.status, withoutCode(again.body)]).toEqual([first.status, withoutCode(first.body)]);
    if (!route.body || !body) return;
    expectProblem(await send(anotherBody(route, body)), 422, 'idempotency-key-reused');
  });
});

/** Join codes are kept nowhere: the box of a repetition is the same, its code another one. */
function withoutCode({ command: _, joinCode: __, joinCodeExpiresAt: ___, ...rest }: Record<string, unknown>) {
  return rest;
}

/** What has its own name each time, and copies of what has ended. */
async function bodyFor(route: Route): Promise<Record<string, unknown>> {
  if (route.path !== '/v1/message-copies') return bodyOf(route);
  const messageId = await agencies.made(routes.sendMessage, 'all');
  await bringMessage(table, agencies.tenantOf('all'), messageId, 'failed');
  return { messageIds: [messageId] };
}

it('A20 what these requests did is in the audit trail, each with who, by which request and whence', async () => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
  const lines = Items.map((item) => unmarshall(item)).filter(
    ({ type, by, requestId }) => type === 'audit' && by !== 'system' && requestId !== 'command',
  );
  expect(lines.length).toBeGreaterThan(50);
  for (const line of lines)
    expect(line).toMatchObject({
      by: expect.stringMatching(/^((emp|tok|wrk|con)_|operator$)/),
      at: expect.stringMatching(/Z$/),
      action: expect.any(String),
      requestId: 'req-1',
      address: expect.any(String),
    });
});
