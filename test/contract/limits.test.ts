import { beforeAll, describe, expect, it } from 'vitest';
import { catalogues, type Language } from '../../contract/catalogues/index.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { LimitName } from '../../functions/domain/limits/limits.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency, PASSWORD } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { atOneMoment, tried } from '../support/limits.ts';
import { measured } from '../support/measured.ts';
import { useTable } from '../support/table.ts';

const SCOPES = ['workers:manage', 'portal-access:manage'] as const;
const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

describe('too many logins', () => {
  const limits: [LimitName, (slug: string, address: string) => string][] = [
    ['login-address', (_, address) => address],
    ['login-tenant', (slug) => slug],
  ];
  it.each(limits)(
    'A15 by %s are refused alike for a known and an unknown login, before anything is hashed',
    (limit, who) =>
      atOneMoment(async () => {
        const { slug, employee } = await makeAgency(accessOn(table));
        const { loginName } = await employee();
        const address = `198.51.100.${limit.length}`;
        const logIn = (body: object, from = address, language = 'en') =>
          send(functions, routes.logIn, {
            ...{ address: from, headers: { 'accept-language': language } },
            body: { tenant: slug, loginName, password: PASSWORD, ...body },
          });
        const { result: before, hashes } = await measured(() => logIn({}));
        expect({ status: before.status, hashes }).toEqual({ status: 201, hashes: ['argon2'] });
        await tried(table, limit, who(slug, address));
        const { result: first, ...cost } = await measured(() => logIn({}));
        expect(cost).toEqual({ hashes: [], compared: [], calls: ['UpdateItem', 'UpdateItem'] });
        for (const body of [{ loginName: 'nobody' }, { password: 'wrong' }])
          expect(await measured(() => logIn(body))).toEqual({ result: first, ...cost });
        expect(first).toMatchObject({ status: 429, cookies: [], body: { code: 'too-many-tries' } });
        expect(Number(first.headers['retry-after'])).toBeGreaterThan(0);
        expect(Number(first.headers['retry-after'])).toBeLessThanOrEqual(300);
        for (const [language, catalogue] of Object.entries(catalogues))
          expect((await logIn({}, address, language as Language)).body.title).toBe(catalogue['too-many-tries'].title);
      }),
  );
});

it('A15 A21 a worker can’t ask for login names without end, to learn which are taken', () =>
  atOneMoment(async () => {
    const agency = await makeAgency(accessOn(table));
    const { authorization } = { authorization: `Bearer ${(await agency.apiToken([...SCOPES])).token}` };
    const key = () => ({ authorization, 'idempotency-key': crypto.randomUUID() });
    const worker = { givenName: 'René', familyName: 'Werker', language: 'nl' };
    const { id: workerId } = (await send(functions, routes.createWorker, { headers: key(), body: worker })).body;
    const enable = { params: { workerId, action: 'enable' }, body: { slipIfNotMailed: true } };
    const { slip } = (await send(functions, routes.actOnPortalAccess, { headers: key(), ...enable })).body;
    const login = { tenant: agency.slug, loginName: slip.loginName, password: slip.password };
    const { cookies } = await send(functions, routes.logIn, { body: login });
    const change = {
      headers: { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' },
      cookies: [cookies[0]?.split(';')[0] ?? ''],
      body: { loginName: 'rene.werker', password: 'mijn eigen lange wachtzin' },
    };
    await tried(table, 'login-name-account', workerId);
    const { result, hashes } = await measured(() => send(functions, routes.changeIssuedLoginData, change));
    expect(hashes).toEqual([]);
    expect(result).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
  }));
