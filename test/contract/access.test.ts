import { beforeAll, describe, expect, it } from 'vitest';
import { permissionNames } from '../../contract/permissions.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency, PASSWORD } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof makeAgency>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  agency = await makeAgency(accessOn(table));
});

const web = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' };
async function logIn(loginName: string, password: string = PASSWORD, headers: Record<string, string> = {}) {
  return send(functions, routes.logIn, { headers, body: { tenant: agency.slug, loginName, password } });
}
const pair = (cookie = '') => cookie.split(';')[0] ?? '';

describe('an employee', () => {
  it('A16 logs in, is known by the cookie, and logs out', async () => {
    const { loginName, employeeId } = await agency.employee('messages:send');
    const { status, body, cookies } = await logIn(loginName);
    expect(status).toBe(201);
    expect(body).toEqual({
      tenant: { slug: agency.slug, name: agency.tenant.name },
      employee: { id: employeeId, name: 'Anna', loginName },
      permissions: ['messages:send'],
      expiresAt: expect.stringMatching(/Z$/),
    });
    const browser = { headers: web, cookies: cookies.map(pair) };
    expect((await send(functions, routes.getSession, browser)).body).toEqual(body);
    const out = await send(functions, routes.logOut, browser);
    expect(out).toMatchObject({ status: 204, body: undefined });
    expect(out.cookies[0]).toMatch(/^__Host-heraut=; Max-Age=0; Path=\/; Secure;/);
    expect((await send(functions, routes.getSession, browser)).status).toBe(401);
  });

  it('A16 logs in anew in the same browser: the session of before ends; a login that fails ends none', async () => {
    const { loginName } = await agency.employee();
    const before = { headers: web, cookies: (await logIn(loginName)).cookies.map(pair) };
    const again = (password: string) =>
      send(functions, routes.logIn, { ...before, body: { tenant: agency.slug, loginName, password } });
    expect((await again('another password')).status).toBe(401);
    expect((await send(functions, routes.getSession, before)).status).toBe(200);
    const { cookies } = await again(PASSWORD);
    expect((await send(functions, routes.getSession, before)).status).toBe(401);
    const after = { headers: web, cookies: cookies.map(pair) };
    expect((await send(functions, routes.getSession, after)).status).toBe(200);
  });

  it('A17 gets cookies that only this host gets back and no script can read', async () => {
    const { loginName } = await agency.employee();
    const { cookies } = await logIn(loginName);
    expect(cookies).toEqual([
      expect.stringMatching(/^__Host-heraut=hs_[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(
        /^__Host-heraut-device=hd_[\w.-]+; Max-Age=15552000; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      ),
    ]);
  });

  it('A17 is not logged in by the page of another site', async () => {
    const { loginName } = await agency.employee();
    const { status, body } = await logIn(loginName, PASSWORD, { 'sec-fetch-site': 'cross-site' });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'wrong-origin' });
  });

  it('is told what is wrong with a name that nobody can have', async () => {
    for (const loginName of ['\ud800', 'a\nb', 'x'.repeat(101)]) {
      expect(await logIn(loginName)).toMatchObject({ status: 400, body: { errors: [{ path: 'loginName' }] } });
    }
    for (const loginName of ['\ufdfa'.repeat(100), '\u0390'.repeat(100), '#', '𝅘𝅥𝅮'.repeat(16)]) {
      expect(await logIn(loginName)).toMatchObject({ status: 401, body: { code: 'login-failed' } });
    }
    expect(await logIn('anna', '\ud800')).toMatchObject({ status: 401, body: { code: 'login-failed' } });
    expect(await logIn('anna', 'é'.repeat(129))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'password' }] },
    });
  });

  it('A10 gets the same answer for an unknown name, a wrong password and a locked login', async () => {
    const { loginName } = await agency.employee();
    const unknown = await logIn('nobody');
    expect(unknown).toMatchObject({ status: 401, cookies: [], body: { code: 'login-failed' } });
    for (let round = 0; round < 3; round++) expect(await logIn(loginName, 'wrong')).toEqual(unknown);
    expect(await logIn(loginName)).toEqual(unknown);
  });
});

describe('an API token', () => {
  const manager = async () => {
    const { token } = await agency.session(...permissionNames);
    return { headers: { ...web, 'idempotency-key': crypto.randomUUID() }, cookies: [`__Host-heraut=${token}`] };
  };
  const make = async (scopes: readonly string[]) =>
    send(functions, routes.createApiToken, { ...(await manager()), body: { name: 'Planning', scopes } });
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it('is shown once, works at once, and no more once it is withdrawn', async () => {
    const { status, body } = await make(['messages:read']);
    expect(status).toBe(201);
    const who = await send(functions, routes.getSession, bearer(body.token));
    expect(who.body).toMatchObject({ apiToken: { id: body.id, name: 'Planning' }, permissions: ['messages:read'] });
    const list = await send(functions, routes.listApiTokens, await manager());
    expect(list.body.items.find(({ id }: { id: string }) => id === body.id)).toBeDefined();
    expect(JSON.stringify(list.body)).not.toContain(body.token.split('.')[2]);
    const gone = await send(functions, routes.deleteApiToken, { ...(await manager()), params: { tokenId: body.id } });
    expect(gone.status).toBe(204);
    expect((await send(functions, routes.getSession, bearer(body.token))).status).toBe(401);
  });

  it('A17 is no session: a session in the Authorization header, or a token in the cookie, counts for nothing', async () => {
    const { token } = await agency.session();
    expect((await send(functions, routes.getSession, bearer(token))).status).toBe(401);
    const { body } = await make(['messages:read']);
    const cookies = [`__Host-heraut=${body.token}`];
    expect((await send(functions, routes.getSession, { headers: web, cookies })).status).toBe(401);
  });

  it('may not make tokens, and may do no more than its maker', async () => {
    expect(await make(['api-tokens:manage'])).toMatchObject({ status: 400, body: { errors: [{ path: 'scopes[0]' }] } });
    const { token } = await agency.session('api-tokens:manage');
    const refused = await send(functions, routes.createApiToken, {
      headers: { ...web, 'idempotency-key': crypto.randomUUID() },
      cookies: [`__Host-heraut=${token}`],
      body: { name: 'Too much', scopes: ['messages:read'] },
    });
    expect(refused).toMatchObject({
      status: 403,
      body: { errors: [{ path: 'scopes[0]', message: 'You do not have messages:read yourself' }] },
    });
  });

  it('lives a year at most', async () => {
    const body = { name: 'Planning', scopes: ['messages:read'], validDays: 366 };
    const refused = await send(functions, routes.createApiToken, { ...(await manager()), body });
    expect(refused.body.errors).toEqual([{ path: 'validDays', message: 'Give 365 or less' }]);
  });

  it('cannot log out', async () => {
    const { token } = await agency.apiToken(['messages:read']);
    expect(await send(functions, routes.logOut, bearer(token))).toMatchObject({ status: 403 });
  });

  it('refuses a cursor of another tenant', async () => {
    for (let count = 0; count < 2; count++) await make(['messages:read']);
    const page = await send(functions, routes.listApiTokens, { ...(await manager()), query: { limit: '1' } });
    const next = { query: { limit: '1', cursor: page.body.nextCursor } };
    expect((await send(functions, routes.listApiTokens, { ...(await manager()), ...next })).status).toBe(200);
    const stranger = await (await makeAgency(accessOn(table))).session('api-tokens:manage');
    const refused = await send(functions, routes.listApiTokens, {
      headers: web,
      cookies: [`__Host-heraut=${stranger.token}`],
      ...next,
    });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'cursor' }] } });
  });
});
