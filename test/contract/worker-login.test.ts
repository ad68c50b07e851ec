import { beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../../contract/catalogues/field-messages/accounts.ts';
import { type FieldMessage, fieldMessages } from '../../contract/catalogues/field-messages/index.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { loadFunctions } from '../support/functions.ts';
import { cookiePair, makePortal, type Portal } from '../support/portal.ts';
import { useTable } from '../support/table.ts';

const fieldMessage = fieldMessages(accounts);
const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let portal: Portal;
beforeAll(async () => {
  functions = await loadFunctions(name);
  portal = await makePortal(functions, table);
});
const staff: Portal['staff'] = (...given) => portal.staff(...given);
const act: Portal['act'] = (...given) => portal.act(...given);
const logIn: Portal['logIn'] = (...given) => portal.logIn(...given);
const browser: Portal['browser'] = (...given) => portal.browser(...given);
const enabled: Portal['enabled'] = (...given) => portal.enabled(...given);
const settled: Portal['settled'] = (...given) => portal.settled(...given);

describe('the first login', () => {
  it('E1-3 A2 can do nothing but choose an own login name and password', async () => {
    const { workerId, loginName, password } = await enabled();
    const answer = await logIn(loginName, password);
    expect(answer).toMatchObject({
      status: 201,
      body: { worker: { id: workerId, loginName }, mustChangeLoginData: true, permissions: [] },
    });
    const ask = browser(answer);
    expect(await ask(routes.listSessions)).toMatchObject({ status: 403, body: { code: 'login-data-must-change' } });
    expect((await ask(routes.getSession)).status).toBe(200);
  });

  it('A1 an issued password opens one session', async () => {
    const { loginName, password } = await enabled();
    const answers = await Promise.all([logIn(loginName, password), logIn(loginName, password)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect((await logIn(loginName, password)).status).toBe(401);
  });

  it('E1-3 A2 shows the chosen name in the worker’s file, and opens a session that can do what workers can', async () => {
    const { workerId, loginName, ask, issued, password } = await settled();
    const { body } = await staff(routes.getPortalAccess, { params: { workerId } });
    expect(body).toMatchObject({ status: 'enabled', loginName, password: '********' });
    expect(body.issuedUntil).toBeUndefined();
    expect((await ask(routes.getSession)).body).toMatchObject({ worker: { id: workerId, name: expect.any(String) } });
    expect((await ask(routes.getSession)).body.mustChangeLoginData).toBeUndefined();
    expect((await logIn(issued.loginName, issued.password)).status).toBe(401);
    expect((await logIn(loginName.toUpperCase(), password)).status).toBe(201);
    expect(await ask(routes.changeIssuedLoginData, { body: { loginName: 'nog-een', password } })).toMatchObject({
      status: 409,
      body: { code: 'action-not-possible' },
    });
  });

  it.each([
    ['a space', { loginName: 'rene jansen' }, 'loginName', 'without spaces'],
    ['two letters', { loginName: 're' }, 'loginName', '3 to 100'],
    ['the issued prefix', { loginName: 'ef_Mijn1' }, 'loginName', 'EF_'],
    ['a short password', { password: 'kort' }, 'password', '12 characters'],
  ])('E1-3 refuses %s', async (_, wrong, path, message) => {
    const { loginName, password } = await enabled();
    const ask = browser(await logIn(loginName, password));
    const good = { loginName: `goed.${loginName}`, password: 'mijn eigen lange wachtzin' };
    const { status, body } = await ask(routes.changeIssuedLoginData, { body: { ...good, ...wrong } });
    expect({ status, errors: body.errors }).toEqual({
      status: 400,
      errors: [{ path, message: expect.stringContaining(message) }],
    });
  });

  it('E1-3 A13 refuses a password of names that others know, or a common one, and says so in the worker’s language', async () => {
    const { loginName, password } = await enabled();
    const ask = browser(await logIn(loginName, password));
    const answer = async (given: string, language: string) => {
      const body = { loginName: 're', password: given };
      const { status, body: problem } = await ask(routes.changeIssuedLoginData, {
        ...{ body, headers: { 'accept-language': language } },
      });
      return { status, errors: problem.errors };
    };
    for (const language of ['nl', 'de', 'pl', 'en'] as const) {
      const errors = (message: FieldMessage) => [
        { path: 'loginName', message: fieldMessage(language, 'Give 3 to 100 characters, without spaces') },
        { path: 'password', message: fieldMessage(language, message) },
      ];
      expect(await answer(`${portal.slug}2026`, language)).toEqual({
        status: 400,
        errors: errors('Do not build it mainly from your name, your login name or the name of the agency'),
      });
      expect(await answer('René Werker1', language)).toEqual({
        status: 400,
        errors: errors('Do not build it mainly from your name, your login name or the name of the agency'),
      });
      expect(await answer('Password2026', language)).toEqual({
        status: 400,
        errors: errors('This password is on the list of common ones; choose another'),
      });
      expect(await answer('', language)).toEqual({
        status: 400,
        errors: [{ path: 'password', message: fieldMessage(language, 'Give the password') }],
      });
    }
  });

  it('A2 refuses the issued name and the issued password', async () => {
    const { loginName, password } = await enabled();
    const ask = browser(await logIn(loginName, password));
    const { body } = await ask(routes.changeIssuedLoginData, { body: { loginName, password } });
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['loginName', 'password']);
  });

  it('refuses a login name that somebody else in the agency has', async () => {
    const { loginName: taken } = await settled();
    const { loginName, password } = await enabled();
    const ask = browser(await logIn(loginName, password));
    const body = { loginName: taken.toUpperCase(), password: 'mijn eigen lange wachtzin' };
    expect(await ask(routes.changeIssuedLoginData, { body })).toMatchObject({
      status: 409,
      body: { code: 'name-taken' },
    });
  });
});

describe('a worker who is logged in', () => {
  it('may do nothing that is for staff', async () => {
    const { ask } = await settled();
    for (const route of Object.values(routes) as Route[]) {
      if (['open', 'login', 'worker'].includes(route.access)) continue;
      const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => [param, 'x']));
      const { status, body } = await ask(route, { params, headers: { 'idempotency-key': 'a', 'if-match': '"1"' } });
      expect({ route: route.path, status, code: body.code }).toEqual({
        route: route.path,
        status: 403,
        code: 'not-permitted',
      });
    }
  });

  it('E1-16 A7 is out with the next request after staff block, and in again by the old login data after a grant', async () => {
    const { workerId, ask, loginName, password } = await settled();
    expect((await ask(routes.listSessions)).status).toBe(200);
    await act(workerId, 'block');
    expect((await ask(routes.listSessions)).status).toBe(401);
    expect((await logIn(loginName, password)).status).toBe(401);
    await act(workerId, 'grant');
    expect((await logIn(loginName, password)).status).toBe(201);
    expect((await ask(routes.listSessions)).status).toBe(401);
  });

  it('A7 E1-4 stays in when a stranger’s three wrong passwords block the access, which staff see and lift', async () => {
    const { workerId, ask, loginName, password } = await settled();
    for (let round = 0; round < 3; round++) expect((await logIn(loginName, `fout ${round}`)).status).toBe(401);
    expect((await logIn(loginName, password)).status).toBe(401);
    expect((await ask(routes.listSessions)).status).toBe(200);
    const { body } = await staff(routes.getPortalAccess, { params: { workerId } });
    expect(body).toMatchObject({
      status: 'blocked',
      cause: 'auto',
      actions: ['disable', 'new-login-data', 'block', 'grant'],
    });
    expect((await act(workerId, 'grant')).status).toBe(200);
    expect((await logIn(loginName, password)).status).toBe(201);
  });

  it('A8 gets in on the phone in use when a stranger’s wrong passwords block the access', async () => {
    const { workerId, loginName, password, device } = await settled();
    for (let round = 0; round < 3; round++) await logIn(loginName, `fout ${round}`);
    const onPhone = (word: string) => logIn(loginName, word, [device]);
    expect((await logIn(loginName, password)).status).toBe(401);
    const answer = await onPhone(password);
    expect(answer.status).toBe(201);
    expect((await browser(answer)(routes.getSession)).status).toBe(200);
    expect((await staff(routes.getPortalAccess, { params: { workerId } })).body.status).toBe('blocked');
    expect(cookiePair(answer.cookies[1])).toMatch(/^__Host-heraut-device=hd_/);
    expect((await onPhone(password)).status).toBe(401);
    await act(workerId, 'new-login-data');
    expect((await staff(routes.getPortalAccess, { params: { workerId } })).body.status).toBe('enabled');
  });

  it('A8 is not known by a login with the issued data, which can only change them', async () => {
    const { loginName, password } = await enabled();
    expect((await logIn(loginName, password)).cookies).toHaveLength(1);
  });

  it('A9 leaves nothing behind when it is disabled, and what was valid before stays void when it is enabled again', async () => {
    const { workerId, ask, loginName, password } = await settled();
    await logIn(loginName, password);
    await act(workerId, 'disable');
    expect((await ask(routes.getSession)).status).toBe(401);
    const { items } = await table.query({ partition: { pk: personPartition(portal.tenantId, workerId) }, limit: 100 });
    expect(new Set(items.map(({ type }) => type))).toEqual(
      new Set(['worker', 'portal-access', 'notification', 'audit']),
    );
    expect(JSON.stringify(items)).not.toMatch(/argon2|scrypt/);
    await act(workerId, 'enable');
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await logIn(loginName, password)).status).toBe(401);
  });

  it('E1-15 new login data make the old ones and every session void', async () => {
    const { workerId, ask, loginName, password } = await settled();
    const { body } = await act(workerId, 'new-login-data');
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await logIn(loginName, password)).status).toBe(401);
    expect((await logIn(body.slip.loginName, body.slip.password)).body.mustChangeLoginData).toBe(true);
  });

  it('sees its sessions, and ends another one at once', async () => {
    const { ask, loginName, password } = await settled();
    const other = browser(await logIn(loginName, password));
    const { items } = (await ask(routes.listSessions)).body;
    expect(items).toHaveLength(2);
    const [another] = items.filter(({ current }: { current: boolean }) => !current);
    expect((await ask(routes.endSession, { params: { sessionId: another.id } })).status).toBe(204);
    expect((await other(routes.getSession)).status).toBe(401);
    expect((await ask(routes.listSessions)).body.items).toHaveLength(1);
    const { ask: stranger } = await settled();
    const mine = (await ask(routes.listSessions)).body.items[0].id;
    expect((await stranger(routes.endSession, { params: { sessionId: mine } })).status).toBe(404);
  });
});

it('A10 unknown, wrong, blocked by staff, blocked by wrong passwords and disabled get the same answer', async () => {
  const [wrong, blocked, locked, disabled] = [await settled(), await settled(), await settled(), await settled()];
  await act(blocked.workerId, 'block');
  for (let round = 0; round < 3; round++) await logIn(locked.loginName, 'fout');
  await act(disabled.workerId, 'disable');
  const unknown = await logIn('niemand', 'fout');
  expect(unknown).toMatchObject({ status: 401, cookies: [], body: { code: 'login-failed' } });
  expect(await logIn(wrong.loginName, 'fout')).toEqual(unknown);
  for (const { loginName, password } of [blocked, locked, disabled])
    expect(await logIn(loginName, password)).toEqual(unknown);
});
