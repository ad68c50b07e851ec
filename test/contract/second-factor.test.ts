import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { totpCode } from '../../functions/adapters/crypto/totp.ts';
import { keys, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { type Answered, loadFunctions, send } from '../support/functions.ts';
import { makePortal } from '../support/portal.ts';
import { confirm, employeesOf } from '../support/second-factors.ts';
import { browserWith } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const MINUTE = 60_000;
const STEP = 30_000;
const { table, name } = useTable();
const access = accessOn(table);
let functions: Record<ApiFunction, ApiHandler>;
let strict: Awaited<ReturnType<typeof makeAgency>>;
let lenient: typeof strict;
beforeAll(async () => {
  functions = await loadFunctions(name);
  strict = await makeAgency(access, 'required');
  lenient = await makeAgency(access);
});
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => vi.useRealTimers());
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

const browser = ({ cookies }: Answered) => browserWith(functions, cookies);
const failed = { status: 403, body: { code: 'second-factor-failed' } };

const newEmployee = (agency = strict) => employeesOf(functions, access, agency).newEmployee();
/** An employee who has set up an app, with its secret and the recovery codes. */
async function settled(agency = strict) {
  const employee = await newEmployee(agency);
  const first = browser(await employee.logIn());
  if (agency.tenant.staffSecondFactor === 'optional') await confirm(first);
  const { secret } = (await first(routes.beginTotp)).body;
  const confirmed = await first(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
  expect(confirmed.status).toBe(200);
  later(STEP);
  const pass = (login: Answered, code = totpCode(secret, new Date())) =>
    browser(login)(routes.passSecondFactor, { body: { code } });
  const recoveryCodes: string[] = confirmed.body.recoveryCodes;
  return { ...employee, first, confirmed, secret, recoveryCodes, pass };
}

describe('where the agency asks for a second factor', () => {
  it('A22 that is the default, and a login without one can do nothing but set one up', async () => {
    const { logIn } = await newEmployee();
    const login = await logIn();
    expect(login.body.pending).toBe('enrol-second-factor');
    const ask = browser(login);
    const refused = { status: 403, body: { code: 'second-factor-required' } };
    for (const route of [routes.listWorkers, routes.listSessions, routes.passSecondFactor, routes.listApiTokens])
      expect(await ask(route, { body: 'body' in route ? { code: '123456' } : undefined })).toMatchObject(refused);
    expect((await ask(routes.getSession)).body.pending).toBe('enrol-second-factor');
    expect((await ask(routes.getSecondFactor)).body).toEqual({
      ...{ required: true, totp: false, passkeys: 0, recoveryCodesLeft: 0 },
    });
    expect((await ask(routes.logOut)).status).toBe(204);
  });

  it('A16 an app that is set up opens the session, under another token, and brings ten recovery codes', async () => {
    const { logIn, loginName } = await newEmployee();
    const login = await logIn();
    const ask = browser(login);
    const { secret, uri } = (await ask(routes.beginTotp)).body;
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(new URL(uri).pathname)).toContain(loginName);
    expect(await ask(routes.confirmTotp, { body: { code: '000000' } })).toMatchObject(failed);
    const confirmed = await ask(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
    expect(confirmed.body.pending).toBeUndefined();
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
    for (const code of confirmed.body.recoveryCodes) expect(code).toMatch(/^([a-km-z2-9]{4}-){3}[a-km-z2-9]{4}$/);
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await browser(confirmed)(routes.listWorkers)).status).toBe(200);
  });

  it('a session that lacks it ends after 15 minutes', async () => {
    const { logIn } = await newEmployee();
    const ask = browser(await logIn());
    later(15 * MINUTE - 1000);
    expect((await ask(routes.getSession)).status).toBe(200);
    later(1000);
    expect((await ask(routes.getSession)).status).toBe(401);
  });
});

describe('after the password', () => {
  it('A16 the code of the app opens the session, under another token', async () => {
    const { logIn, pass } = await settled();
    const login = await logIn();
    expect(login.body.pending).toBe('second-factor');
    const passed = await pass(login);
    expect(passed).toMatchObject({ status: 200 });
    expect(passed.body.pending).toBeUndefined();
    expect((await browser(login)(routes.getSession)).status).toBe(401);
    expect((await browser(passed)(routes.listWorkers)).status).toBe(200);
    expect((await pass(passed)).status).toBe(409);
  });

  it('A22 a code counts once: not again, nor by somebody else at the same moment', async () => {
    const { logIn, pass, secret } = await settled();
    const code = totpCode(secret, new Date());
    const logins = [await logIn(), await logIn(), await logIn()];
    const answers = await Promise.all(logins.map((login) => pass(login, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect(await pass(await logIn(), code)).toMatchObject(failed);
    expect(await pass(await logIn(), totpCode(secret, new Date(Date.now() - STEP)))).toMatchObject(failed);
    later(STEP);
    expect((await pass(await logIn())).status).toBe(200);
  });

  it('A4 five of fifty wrong codes at once are looked at; then even the right one has to wait 15 minutes', async () => {
    const { logIn, pass } = await settled();
    const login = await logIn();
    const guesses = Array.from({ length: 50 }, (_, place) => pass(login, String(place).padStart(6, '0')));
    const codes = (await Promise.all(guesses)).map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'second-factor-failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(45);
    const refused = await pass(login);
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': expect.any(String) } });
    later(15 * MINUTE - 1);
    const next = await logIn();
    expect((await pass(next)).status).toBe(429);
    later(1);
    expect((await pass(next)).status).toBe(200);
  });

  it('A22 a recovery code opens it once, however it is typed', async () => {
    const { logIn, pass, recoveryCodes } = await settled();
    const [one = '', two = ''] = recoveryCodes;
    expect((await pass(await logIn(), ` ${one.toUpperCase().replaceAll('-', ' ')}`)).status).toBe(200);
    expect(await pass(await logIn(), one)).toMatchObject(failed);
    const both = await Promise.all([await logIn(), await logIn()].map((login) => pass(login, two)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    const passed = await pass(await logIn());
    expect((await browser(passed)(routes.getSecondFactor)).body.recoveryCodesLeft).toBe(8);
  });
});

describe('changing one’s own factors', () => {
  it('A18 needs the password again, also for the first factor where none is asked for', async () => {
    const free = browser(await (await newEmployee(lenient)).logIn());
    expect(await free(routes.beginTotp)).toMatchObject({ status: 403, body: { code: 'confirmation-needed' } });
    const { confirmed } = await settled();
    const ask = browser(confirmed);
    for (const route of [routes.beginTotp, routes.removeTotp, routes.renewRecoveryCodes])
      expect(await ask(route)).toMatchObject({ status: 403, body: { code: 'confirmation-needed' } });
  });

  it('new recovery codes make the old ones void', async () => {
    const { confirmed, logIn, pass, recoveryCodes: old } = await settled();
    const ask = browser(confirmed);
    await confirm(ask);
    const { body } = await ask(routes.renewRecoveryCodes);
    expect(await pass(await logIn(), old[0])).toMatchObject(failed);
    expect((await pass(await logIn(), body.recoveryCodes[0])).status).toBe(200);
  });

  it('another app takes the place of the one before, once it is confirmed within its time', async () => {
    const { confirmed, logIn, pass, secret: old } = await settled();
    const ask = browser(confirmed);
    await confirm(ask);
    const begun = (await ask(routes.beginTotp)).body;
    expect((await pass(await logIn())).status).toBe(200);
    later(15 * MINUTE);
    const show = (secret: string) => ask(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
    expect(await show(begun.secret)).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });

    const again = browser(await pass(await logIn()));
    await confirm(again);
    const { secret } = (await again(routes.beginTotp)).body;
    const answer = await again(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
    expect(answer.body.recoveryCodes).toBeUndefined();
    later(STEP);
    expect(await pass(await logIn(), totpCode(old, new Date()))).toMatchObject(failed);
    expect((await pass(await logIn(), totpCode(secret, new Date()))).status).toBe(200);
  });

  it('the last factor stays where one is asked for, and goes with the recovery codes where it is not', async () => {
    const one = await settled();
    await confirm(browser(one.confirmed));
    expect(await browser(one.confirmed)(routes.removeTotp)).toMatchObject({ status: 409 });
    const free = await settled(lenient);
    const ask = browser(free.confirmed.cookies.length > 0 ? free.confirmed : await free.pass(await free.logIn()));
    await confirm(ask);
    expect((await ask(routes.removeTotp)).status).toBe(204);
    expect((await ask(routes.getSecondFactor)).body).toMatchObject({ totp: false, recoveryCodesLeft: 0 });
    expect((await free.logIn()).body.pending).toBeUndefined();
  });

  it('is nothing for an API token', async () => {
    const { token } = await strict.apiToken(['messages:read']);
    const headers = { authorization: `Bearer ${token}` };
    for (const route of [routes.getSecondFactor, routes.beginTotp, routes.renewRecoveryCodes] as Route[])
      expect(await send(functions, route, { headers })).toMatchObject({ status: 403 });
  });
});

describe('an administrator', () => {
  it('A20 resets the factors of somebody who has lost them: sessions end, and the next login sets up others', async () => {
    const lost = await settled();
    const { confirmed } = await settled();
    const ask = browser(confirmed);
    const params = { employeeId: lost.employeeId };
    expect((await browser(lost.confirmed)(routes.getSession)).status).toBe(200);
    expect((await ask(routes.resetSecondFactor, { params })).status).toBe(204);
    expect((await browser(lost.confirmed)(routes.getSession)).status).toBe(401);
    expect((await lost.logIn()).body.pending).toBe('enrol-second-factor');
    const { tenantId } = strict.tenant;
    const { items } = await table.query({
      partition: { pk: personPartition(tenantId, lost.employeeId) },
      limit: 20,
    });
    const told = items.filter(({ action, kind }) => [action, kind].includes('second-factor-reset'));
    expect(told.map(({ type }) => type)).toEqual(['audit', 'notification']);
  });

  it('does not reset those of somebody who may do more', async () => {
    const { employeeId } = await settled(lenient);
    const { token } = await lenient.session('employees:manage');
    const ask = browserWith(functions, [`__Host-heraut=${token}`]);
    const refused = await ask(routes.resetSecondFactor, { params: { employeeId } });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });

  it('A22 leaves the second factor to the staff by a setting, which the audit trail tells of', async () => {
    const agency = await makeAgency(access, 'required');
    const { confirmed, ...other } = await settled(agency);
    const ask = browser(confirmed);
    const without = await newEmployee(agency);
    expect((await ask(routes.getSecuritySettings)).body).toEqual({ staffSecondFactor: 'required' });
    const body = { staffSecondFactor: 'optional' };
    expect((await ask(routes.changeSecuritySettings, { body })).body).toEqual(body);
    expect((await without.logIn()).body.pending).toBeUndefined();
    expect((await other.logIn()).body.pending).toBe('second-factor');
    const { items } = await table.query({
      partition: { pk: personPartition(agency.tenant.tenantId, 'settings') },
      limit: 5,
    });
    expect(items).toEqual([expect.objectContaining({ detail: 'second factor of staff: optional' })]);
  });
});

it('A3 keeps neither the secret of an app nor a recovery code readable', async () => {
  const { employeeId, secret, recoveryCodes } = await settled();
  const item = JSON.stringify(await table.get(keys.secondFactor(strict.tenant.tenantId, employeeId)));
  for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
    expect(item).not.toContain(text);
});

it('A22 a worker needs none, and may have one', async () => {
  const portal = await makePortal(functions, table);
  const worker = await portal.settled();
  const again = await worker.ask(routes.confirmSession, { body: { password: worker.password } });
  expect(again.status).toBe(204);
  const { secret } = (await worker.ask(routes.beginTotp)).body;
  const confirmed = await worker.ask(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
  expect(confirmed).toMatchObject({ status: 200, body: { worker: { loginName: worker.loginName } } });
  later(STEP);
  const login = await portal.logIn(worker.loginName, worker.password);
  expect(login.body.pending).toBe('second-factor');
  const passed = await browser(login)(routes.passSecondFactor, { body: { code: totpCode(secret, new Date()) } });
  expect(passed.body).toMatchObject({ worker: { id: worker.workerId } });
});
