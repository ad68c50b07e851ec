import { beforeAll, describe, expect, it } from 'vitest';
import { permissionNames } from '../../contract/permissions.ts';
import { type ApiFunction, type Route, routeKey } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { makePortal, type Portal } from '../support/portal.ts';
import { useTable } from '../support/table.ts';

/** Routes that anybody may ask, each with why. One that is not here needs a login. */
const OPEN: Readonly<Record<string, string>> = {
  'POST /v1/session': 'opens the login',
  'GET /v1/agencies/{slug}': 'the log-in page of an agency shows its name, and nothing else of it',
  'POST /v1/recoveries': 'for those who can’t log in; always the same answer',
  'POST /v1/recoveries/{recoveryId}/code': 'for those who can’t log in; the code decides',
  'POST /v1/recoveries/{recoveryId}/answer': 'for those who can’t log in; the proof of the code decides',
  'PUT /v1/recoveries/{recoveryId}/password': 'for those who can’t log in; the proof of the code decides',
  'POST /v1/invitations/look': 'for those who have no login yet; the token decides',
  'POST /v1/invitations/acceptance': 'for those who have no login yet; the token decides',
  'POST /v1/box-joins': 'a box has no login; its join code decides',
  'POST /v1/callbacks/websms/{token}': 'a provider has no login; the secret in the address decides',
  'GET /v1/callbacks/smsapi/{token}': 'a provider has no login; the secret in the address decides',
  'POST /v1/callbacks/smsapi/{token}': 'a provider has no login; the secret in the address decides',
  'GET /openapi.json': 'the document of the API holds nobody’s data',
  'GET /docs': 'the document of the API holds nobody’s data',
};

const { name, table } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let portal: Portal;
let employee: ReturnType<Portal['browser']>;
let worker: Awaited<ReturnType<Portal['settled']>>['ask'];
beforeAll(async () => {
  functions = await loadFunctions(name);
  portal = await makePortal(functions, table);
  const { token } = await portal.agency.session(...permissionNames);
  employee = portal.browser({ cookies: [`__Host-heraut=${token}`] });
  worker = (await portal.settled()).ask;
});

const all: [string, Route][] = Object.values(routes).map((route: Route) => [routeKey(route), route]);
const headers = { 'idempotency-key': 'a', 'if-match': '"1"' };
const params = { workerId: 'x' };
const refused = (permission: string) => ({
  status: 403,
  body: { code: 'not-permitted', errors: [{ message: permission }] },
});

describe('who may ask a route', () => {
  it('A21 nobody without a login, but where it is said why', () => {
    const open = all.filter(([, { access }]) => access === 'open').map(([key]) => key);
    expect(open.sort()).toEqual(Object.keys(OPEN).sort());
  });

  it.each(all.filter(([, { access }]) => access !== 'open'))('A21 %s: nobody without a login', async (_, route) => {
    const answer = await send(functions, route, { headers, params });
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-logged-in' } });
  });

  it.each(all.filter(([, { access }]) => access === 'worker'))(
    'A21 %s: no employee, whatever the rights',
    async (_, route) => {
      expect(await employee(route, { headers, params })).toMatchObject(refused('worker'));
    },
  );

  it.each(all.filter(([, { access }]) => access === 'hirer'))(
    'A21 %s: no employee, and no worker',
    async (_, route) => {
      for (const ask of [employee, worker])
        expect(await ask(route, { headers, params })).toMatchObject(refused('hirer'));
    },
  );
});
