import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../contract/openapi.ts';
import { type Permission, permissionNames } from '../../contract/permissions.ts';
import { type ApiFunction, MAX_BODY_BYTES, type Route, routeKey } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { BatchRepository } from '../../functions/adapters/dynamodb/batch-repository.ts';
import { BoxRepository } from '../../functions/adapters/dynamodb/box-repository.ts';
import { InboundRepository } from '../../functions/adapters/dynamodb/inbound-repository.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { ThreadRepository } from '../../functions/adapters/dynamodb/thread-repository.ts';
import { WebhookDeliveryRepository } from '../../functions/adapters/dynamodb/webhook-delivery-repository.ts';
import { logIn } from '../../functions/domain/access/log-in.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { exampleOf, resolve } from '../../functions/http/docs/fields.ts';
import { check } from '../../functions/http/plain-words.ts';
import { accessOn, anAddress, makeAgency, PASSWORD } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { bringMessage } from '../support/brought-message.ts';
import { type Answered, loadFunctions, send } from '../support/functions.ts';
import { type IotServer, startIotServer } from '../support/iot-server.ts';
import { inboundMessage, readyBox } from '../support/messages.ts';
import { loggedInOperator } from '../support/operators.ts';
import { authenticator } from '../support/passkeys/authenticator.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';
import { heldDelivery } from '../support/webhooks.ts';

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
const document = openApi(routes);
let functions: Record<ApiFunction, ApiHandler>;
let iot: IotServer;
let agency: Awaited<ReturnType<typeof makeAgency>>;
let other: typeof agency;
/** the credentials of a browser that is logged in with these permissions */
const browser = new Map<string, EventInput>();
/** a worker and a company of each, for placements */
const placed = new Map<string, { workerId: string; companyId: string }>();

beforeAll(async () => {
  iot = await startIotServer();
  functions = await loadFunctions(name, undefined, undefined, iot.url);
  const access = accessOn(table);
  [agency, other] = [await makeAgency(access), await makeAgency(access)];
  for (const { tenant } of [agency, other])
    await walletsOn(table).grant({
      tenantId: tenant.tenantId,
      grantId: 'test',
      credits: 100,
      at: new Date(),
    });
  browser.set('all', await loggedIn(agency, ...permissionNames));
  browser.set('none', await loggedIn(agency));
  browser.set('operator', { headers: WEB, cookies: [(await loggedInOperator(functions, access)).cookie] });
  // Every employee of this agency may send SMS; a system needs the scope.
  const { token } = await agency.apiToken(['audit:read']);
  browser.set('system', { headers: { authorization: `Bearer ${token}` } });
  browser.set('other', await loggedIn(other, ...permissionNames));
  for (const as of ['all', 'other'] as const)
    placed.set(as, { workerId: await made(routes.createWorker, as), companyId: await made(routes.createCompany, as) });
}, 60_000); // it loads every function and logs in five people, on a machine that may be busy

afterAll(() => iot.close());

const WEB = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' };
async function loggedIn(of: typeof agency, ...permissions: Permission[]): Promise<EventInput> {
  const { loginName } = await of.employee(...permissions);
  return loggedInAs(of.slug, loginName);
}
async function loggedInAs(slug: string, loginName: string): Promise<EventInput> {
  const { token } = await logIn(accessOn(table), { tenant: slug, loginName, password: PASSWORD, address: anAddress() });
  return { headers: WEB, cookies: [`__Host-heraut=${token}`] };
}

/** A request that is right in all but what a test changes. */
function right(route: Route, as: 'all' | 'none' | 'system' | 'other' | 'nobody', change: EventInput = {}): EventInput {
  const login = browser.get(route.access === 'operator' && as === 'all' ? 'operator' : as) ?? {};
  return {
    ...login,
    ...(route.body && { body: bodyOf(route, as) }),
    params: Object.fromEntries(
      [...route.path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => [param, unknownId(param)]),
    ),
    ...change,
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"', ...login.headers, ...change.headers },
  };
}
function bodyOf(route: Route, as = 'all'): Record<string, unknown> {
  return {
    ...exampleBody(route),
    ...(route.path.startsWith('/v1/placements') && placed.get(as)),
    ...(route.path === '/v1/selections/{selectionId}/members' && { ids: [placed.get(as)?.workerId] }),
  };
}
function exampleBody(route: Route): Record<string, unknown> {
  const operation = document.paths[route.path]?.[route.method.toLowerCase()];
  const schema = operation?.requestBody?.content['application/json']?.schema ?? {};
  return exampleOf(resolve(document, schema)) as Record<string, unknown>;
}

const PREFIXES: Readonly<Record<string, string>> = {
  messageId: 'msg',
  inboundId: 'inb',
  tokenId: 'tok',
  boxId: 'box',
  commandId: 'cmd',
  workerId: 'wrk',
  companyId: 'com',
  contactId: 'con',
  placementId: 'plc',
  branchId: 'brn',
  mailTemplateId: 'tpl',
  messageTemplateId: 'mtp',
  sessionId: 'ses',
  deviceId: 'dev',
  passkeyId: 'pky',
  recoveryId: 'rec',
  employeeId: 'emp',
  roleId: 'rol',
  tenantId: 'ten',
  batchId: 'bat',
  selectionId: 'sel',
  threadId: 'thr',
  webhookId: 'whk',
  eventId: 'evt',
  exportId: 'exp',
  optOutId: 'opt',
};
function unknownId(param: string): string {
  if (param === 'action') return 'enable';
  if (param === 'slug') return 'no-such-agency';
  if (param === 'day' || param === 'validFrom') return '2026-01-01';
  if (param === 'provider') return 'smsapi';
  const prefix = PREFIXES[param];
  if (!prefix) throw new Error(`tell this test what an id for {${param}} looks like`);
  return `${prefix}_01JD0000000000000000000000`;
}

/** Makes, in a tenant, a thing that the id in a path names; `within` has the ids that come before it in the path. */
const makeOne: Readonly<Record<string, (as: 'all' | 'other', within: Record<string, string>) => Promise<string>>> = {
  messageId: (as) => made(routes.sendMessage, as),
  inboundId: async (as) => {
    const message = inboundMessage({ tenantId: (as === 'all' ? agency : other).tenant.tenantId });
    await new InboundRepository(table).keep(message, new Date());
    return message.inboundId;
  },
  optOutId: async (as) => {
    // each a number of its own: only an opt-out that holds can be undone
    const to = `+3161${String(Math.random()).slice(2, 9)}`;
    await send(functions, routes.recordOptOut, right(routes.recordOptOut, as, { body: { to, reason: 'Asked' } }));
    return (await send(functions, routes.listOptOuts, right(routes.listOptOuts, as))).body.items[0].id;
  },
  threadId: async (as) => {
    const { tenantId } = (as === 'all' ? agency : other).tenant;
    const { inboundId, sender: correspondent = '' } = inboundMessage({ tenantId });
    const threadId = unknownId('threadId').replace('00', as === 'all' ? '01' : '02');
    await new ThreadRepository(table).file({ tenantId, threadId, correspondent, inboundId }, new Date());
    return threadId;
  },
  selectionId: (as) => made(routes.createSelection, as),
  batchId: (as) => made(routes.createMessageBatch, as),
  tokenId: (as) => made(routes.createApiToken, as),
  workerId: (as) => made(routes.createWorker, as),
  companyId: (as) => made(routes.createCompany, as),
  contactId: (as, within) => made(routes.createContact, as, within),
  placementId: (as) => made(routes.createPlacement, as),
  branchId: (as) => made(routes.createBranch, as),
  mailTemplateId: (as) => made(routes.createMailTemplate, as),
  messageTemplateId: (as) => made(routes.createMessageTemplate, as),
  employeeId: (as) => made(routes.createEmployee, as),
  roleId: async (as) => {
    const body = { name: crypto.randomUUID(), permissions: [] }; // each has a name of its own
    return (await send(functions, routes.createRole, right(routes.createRole, as, { body }))).body.id;
  },
  boxId: async (as) => {
    const { tenantId } = (as === 'all' ? agency : other).tenant;
    const box = readyBox({ tenantId });
    await new BoxRepository(table).add(box);
    return box.boxId;
  },
  commandId: (as, within) => made(routes.commandBox, as, within),
  action: async () => 'enable',
  deviceId: async (as) => {
    const { items } = (await send(functions, routes.listDevices, right(routes.listDevices, as))).body;
    return items[0].id;
  },
  exportId: (as) => made(routes.createMessageExport, as),
  webhookId: (as) => made(routes.createWebhook, as),
  eventId: async (as, { webhookId = '' }) => {
    const delivery = heldDelivery({ tenantId: (as === 'all' ? agency : other).tenant.tenantId, webhookId });
    await new WebhookDeliveryRepository(table).add(delivery);
    return delivery.eventId;
  },
  passkeyId: async (as) => {
    const ask = (route: Route, body?: object) => send(functions, route, right(route, as, { body }));
    await ask(routes.confirmSession, { password: PASSWORD });
    const credential = authenticator().create((await ask(routes.beginPasskey)).body);
    await ask(routes.addPasskey, { name: 'My phone', credential });
    return (await ask(routes.listPasskeys)).body.items[0].id;
  },
  sessionId: async (as) => {
    // another one than that of the request, which has to stay
    const { employee, tenant } = (await send(functions, routes.getSession, right(routes.getSession, as))).body;
    await loggedInAs(tenant.slug, employee.loginName);
    const { items } = (await send(functions, routes.listSessions, right(routes.listSessions, as))).body;
    return items.find(({ current }: { current: boolean }) => !current).id;
  },
};
/** What has to be there before a route does what it is for. */
async function prepare(route: Route, as: 'all' | 'other', params: Record<string, string>): Promise<void> {
  if (route.path.endsWith('/schedule')) {
    const body = { to: '+31612345678', text: 'Goedemorgen', sendAt: new Date(Date.now() + 3_600_000).toISOString() };
    const scheduled = await send(functions, routes.sendMessage, right(routes.sendMessage, as, { body }));
    params['messageId'] = scheduled.body.id;
  }
  if (route.path.endsWith('/resolution'))
    await bringMessage(
      table,
      (as === 'all' ? agency : other).tenant.tenantId,
      params['messageId'] ?? '',
      'unconfirmed',
    );
  if (route.path.endsWith('/acceptance')) {
    const batches = new BatchRepository(table, { now: () => new Date() });
    const batch = await batches.find((as === 'all' ? agency : other).tenant.tenantId, params['batchId'] ?? '');
    if (batch) await batches.change(batch, { ...batch, state: 'prepared', tally: { ...batch.tally, recipients: 1 } });
  }
  if (route.path.endsWith('/link'))
    await table.write({
      update: keys.messageExport((as === 'all' ? agency : other).tenant.tenantId, params['exportId'] ?? ''),
      change: { set: { state: 'done', upload: { key: 'exports/x.csv', uploadId: 'x' } } },
    });
  if (!route.path.includes('/verification-question') || route.method === 'GET') return;
  const ask = (one: Route, more = {}) => send(functions, one, right(one, as, { params: { ...params, ...more } }));
  await ask(routes.actOnPortalAccess, { action: 'enable' });
  await ask(routes.recordVerificationQuestion);
}
async function made(route: Route, as: 'all' | 'other', params: Record<string, string> = {}): Promise<string> {
  return (await send(functions, route, right(route, as, { params }))).body.id;
}

function expectProblem(answer: Answered, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ type: `/docs#error-${code}`, status, code, requestId: expect.any(String) });
  expect(answer.body.title.length * answer.body.detail.length).toBeGreaterThan(0);
}

describe('every route but the open ones', () => {
  it.each(withLogin)('%s answers 401 without a login', async (_, route) => {
    expectProblem(await send(functions, route, right(route, 'nobody')), 401, 'not-logged-in');
  });

  it.each(withLogin)('%s answers 401 for a token that no one was given', async (_, route) => {
    const token = `ht_${agency.tenant.tenantId}.tok_01JD0000000000000000000000.${'A'.repeat(43)}`;
    const headers = { authorization: `Bearer ${token}` };
    expectProblem(await send(functions, route, right(route, 'nobody', { headers })), 401, 'not-logged-in');
  });

  it.each(withLogin)('A17 %s answers 403 when another site sends the cookie', async (_, route) => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expectProblem(await send(functions, route, right(route, 'all', { headers })), 403, 'wrong-origin');
  });

  it.each(withPermission)('%s answers 403 without its permission', async (_, route) => {
    const as = route.access === 'messages:send' ? 'system' : 'none';
    const answer = await send(functions, route, right(route, as));
    expectProblem(answer, 403, 'not-permitted');
    expect(answer.body.errors).toEqual([{ path: 'permission', message: route.access }]);
  });

  it.each(ofOneTenant)(
    "A21 %s answers 404 for another tenant's id, as for one that does not exist",
    async (_, route) => {
      const params: Record<string, string> = {};
      for (const [, param = ''] of route.path.matchAll(/\{(\w+)\}/g))
        params[param] = (await makeOne[param]?.('other', params)) ?? '';
      await prepare(route, 'other', params);
      const [stranger, nothing, owner] = [
        await send(functions, route, right(route, 'all', { params })),
        await send(functions, route, right(route, 'all')),
        await send(functions, route, right(route, 'other', { params })),
      ];
      expectProblem(stranger, 404, 'not-found');
      expect(stranger).toEqual(nothing);
      expect(owner.status).toBe(route.answer.status);
    },
  );

  it.each(withParams)('%s answers 404 for what cannot be an id', async (_, route) => {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => param);
    const params = Object.fromEntries(names.map((param) => [param, '../x#y']));
    expectProblem(await send(functions, route, right(route, 'all', { params })), 404, 'not-found');
  });
});

describe('every route', () => {
  it.each(all)('%s answers 400 for a query that it does not know', async (_, route) => {
    const answer = await send(functions, route, right(route, 'all', { query: { surprise: '1' } }));
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toEqual([{ path: 'surprise', message: expect.any(String) }]);
  });

  it.each(withBody.filter(([, route]) => Object.keys(exampleBody(route)).length > 0))(
    '%s names each field that is missing',
    async (_, route) => {
      const answer = await send(functions, route, right(route, 'all', { body: {} }));
      expectProblem(answer, 400, 'invalid-request');
      const missing = answer.body.errors.map(({ path }: { path: string }) => path);
      expect(missing).toEqual(Object.keys(bodyOf(route)));
    },
  );

  it.each(withBody)('%s names an unknown field', async (_, route) => {
    const answer = await send(functions, route, right(route, 'all', { body: { ...bodyOf(route), surprise: 1 } }));
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toEqual([{ path: 'surprise', message: expect.any(String) }]);
  });

  it.each(withBody)('%s refuses a list, broken JSON, a wrong content-type and a body over 256 kB', async (_, route) => {
    const answer = (change: EventInput) => send(functions, route, right(route, 'all', change));
    expectProblem(await answer({ body: [] }), 400, 'invalid-request');
    expectProblem(await answer({ body: '{' }), 400, 'invalid-json');
    expectProblem(await answer({ headers: { 'content-type': 'text/plain' } }), 415, 'unsupported-media-type');
    expectProblem(await answer({ body: 'x'.repeat(MAX_BODY_BYTES + 1) }), 413, 'body-too-large');
  });

  it.each(withVersion)(
    '%s answers 428 without If-Match and 412 for a version that is not the present one',
    async (_, route) => {
      const params: Record<string, string> = {};
      for (const [, param = ''] of route.path.matchAll(/\{(\w+)\}/g))
        params[param] = (await makeOne[param]?.('all', params)) ?? '';
      const answer = (tag: string) =>
        send(functions, route, right(route, 'all', { params, headers: { 'if-match': tag } }));
      expectProblem(await answer(''), 428, 'version-missing');
      for (const tag of ['"2"', '1', 'W/"1"', '*']) expectProblem(await answer(tag), 412, 'changed-meanwhile');
    },
  );

  it.each(withKey)('%s answers 400 without an Idempotency-Key', async (_, route) => {
    const answer = await send(functions, route, right(route, 'all', { headers: { 'idempotency-key': '' } }));
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
    const params = await paramsFor(route);
    const body = route.body && (await bodyFor(route));
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const ask = (asked: object | undefined) =>
      send(functions, route, right(route, 'all', { params, headers, ...(asked && { body: asked }) }));
    const first = await ask(body);
    expect(first.status).toBe(route.answer.status);
    const again = await ask(body);
    expect([again.status, withoutCode(again.body)]).toEqual([first.status, withoutCode(first.body)]);
    if (!route.body || !body) return;
    expectProblem(await ask(anotherBody(route, body)), 422, 'idempotency-key-reused');
  });
});

async function paramsFor(route: Route): Promise<Record<string, string>> {
  const params: Record<string, string> = {};
  for (const [, param = ''] of route.path.matchAll(/\{(\w+)\}/g))
    params[param] = param === 'tenantId' ? agency.tenant.tenantId : ((await makeOne[param]?.('all', params)) ?? '');
  await prepare(route, 'all', params);
  return params;
}

/** Join codes are kept nowhere: the box of a repetition is the same, its code another one. */
function withoutCode({ command: _, joinCode: __, joinCodeExpiresAt: ___, ...rest }: Record<string, unknown>) {
  return rest;
}

/** What has its own name each time, and copies of what has ended. */
async function bodyFor(route: Route): Promise<Record<string, unknown>> {
  if (route.path !== '/v1/message-copies') return bodyOf(route);
  const messageId = await made(routes.sendMessage, 'all');
  await bringMessage(table, agency.tenant.tenantId, messageId, 'failed');
  return { messageIds: [messageId] };
}

const ANOTHER: Readonly<Record<string, object>> = {
  '/v1/message-exports': { state: 'delivered' },
  '/v1/message-copies': { messageIds: ['msg_01JD0000000000000000000000'] },
  '/v1/boxes/{boxId}/commands': { kind: 'resume' },
};
/** One that the route takes as well, with another value in one place. */
function anotherBody(route: Route, body: Record<string, unknown>): Record<string, unknown> {
  const another = ANOTHER[route.path];
  if (another) return { ...body, ...another };
  const others = (value: unknown): unknown[] => {
    if (typeof value === 'string')
      return [
        `${value}x`,
        `x${value}`,
        value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
        value.replace(/2026-11-22/, '2026-11-23'),
      ];
    if (typeof value === 'number') return [value + 1];
    return Array.isArray(value) ? [[...value, 'message.failed'], value.flatMap(others)] : [];
  };
  for (const [field, value] of Object.entries(body).reverse())
    for (const other of others(value)) {
      const changed = { ...body, [field]: other };
      if (JSON.stringify(changed) !== JSON.stringify(body) && route.body && 'value' in check(route.body, changed))
        return changed;
    }
  throw new Error(`tell this test another body of ${route.path}`);
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
