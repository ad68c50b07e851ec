import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, anAddress, PASSWORD } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { hirerAgency } from '../support/hirer-agency.ts';
import { giveLogin } from '../support/hirers.ts';
import { measured } from '../support/measured.ts';
import { type Ask, staffOf } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const HOUR = 3_600_000;
const { table, name } = useTable();
/** For hundreds of hashes on a slow machine. */
const LONG = 120_000;
let functions: Record<ApiFunction, ApiHandler>;
let portal: Awaited<ReturnType<typeof hirerAgency>>;
let administrator: Ask;
let companyId: string;
beforeAll(async () => {
  functions = await loadFunctions(name);
  portal = await hirerAgency(table, functions);
  administrator = (await staffOf(functions, accessOn(table), portal.agency).administrator()).ask;
  companyId = await portal.company();
});

interface LoginData {
  readonly tenant?: string;
  readonly loginName: string;
  readonly password: string;
}
const logIn = ({ tenant = portal.slug, loginName, password }: LoginData) =>
  send(functions, routes.logIn, { address: anAddress(), body: { tenant, loginName, password } });
const wrong = (login: LoginData) => ({ ...login, password: 'not the password' });
async function lockedOut(login: LoginData): Promise<LoginData> {
  for (let round = 0; round < 3; round++) await logIn(wrong(login));
  return login;
}
async function employee() {
  const { employeeId, loginName } = await portal.agency.employee();
  return { employeeId, loginName, password: PASSWORD };
}
async function contact() {
  const contactId = await portal.contact(companyId);
  const loginName = await giveLogin(table, { tenantId: portal.tenantId, contactId });
  return { contactId, loginName, password: PASSWORD };
}
/** As somebody who may do so takes a login away. */
async function done(by: Ask, route: Route, params: Record<string, string>): Promise<void> {
  const { status } = await by(route, { params, headers: { 'if-match': '"1"' } });
  expect(status).toBeLessThan(300);
}

/** Logins that are refused, whatever the reason; each with the right password, unless that is the reason. */
const refused: Readonly<Record<string, () => Promise<LoginData>>> = {
  'an unknown agency': async () => ({ ...(await employee()), tenant: 'nobody' }),
  'an unknown login name': async () => ({ loginName: 'nobody', password: PASSWORD }),
  'an employee’s wrong password': async () => wrong(await employee()),
  'an employee locked by wrong passwords': async () => lockedOut(await employee()),
  'an employee who is kept out': async () => {
    const { employeeId, ...login } = await employee();
    await done(administrator, routes.deactivateEmployee, { employeeId });
    return login;
  },
  'an employee who was removed': async () => {
    const { employeeId, ...login } = await employee();
    await done(administrator, routes.removeEmployee, { employeeId });
    return login;
  },
  'a contact’s wrong password': async () => wrong(await contact()),
  'a contact locked by wrong passwords': async () => lockedOut(await contact()),
  'a contact whose login was withdrawn': async () => {
    const { contactId, ...login } = await contact();
    await done(portal.staff, routes.withdrawHirerLogin, { companyId, contactId });
    return login;
  },
  'a contact who was removed': async () => {
    const { contactId, ...login } = await contact();
    await done(portal.staff, routes.removeContact, { companyId, contactId });
    return login;
  },
  'a worker’s wrong password': async () => wrong(await portal.withLogin()),
  'a worker blocked by wrong passwords': async () => lockedOut(await portal.withLogin()),
  'a worker blocked by staff': async () => {
    const worker = await portal.withLogin();
    await portal.act(worker.workerId, 'block');
    return worker;
  },
  'a worker whose access was disabled': async () => {
    const worker = await portal.withLogin();
    await portal.act(worker.workerId, 'disable');
    return worker;
  },
  'a wrong password in place of an issued one': async () => wrong(await portal.enabled()),
  'an issued password that was used': async () => {
    const worker = await portal.enabled();
    expect((await logIn(worker)).status).toBe(201);
    return worker;
  },
  'an issued password that has run out': async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 73 * HOUR });
    const worker = await portal.enabled().finally(() => vi.useRealTimers());
    return worker;
  },
  'login data that new ones took the place of': async () => {
    const worker = await portal.withLogin();
    await portal.act(worker.workerId, 'new-login-data');
    return worker;
  },
};

describe('a login that is refused', () => {
  it('A10 has one hash, the same calls of the table, and the same answer, whatever the reason', {
    timeout: LONG,
  }, async () => {
    const logins = new Map<string, LoginData>();
    for (const [reason, make] of Object.entries(refused)) logins.set(reason, await make());
    const unknown = await logIn({ loginName: 'nobody', password: PASSWORD });
    for (const [reason, login] of logins) {
      const { result, hashes, calls } = await measured(() => logIn(login));
      const { status, cookies, body, headers } = result;
      expect({ reason, status, cookies, code: body.code, hashes, calls }).toEqual({
        ...{ reason, status: 401, cookies: [], code: 'login-failed', hashes: ['argon2'] },
        calls: ['UpdateItem', 'UpdateItem', 'GetItem', 'BatchGetItem', 'UpdateItem'],
      });
      expect({ reason, body, headers }).toEqual({ reason, body: unknown.body, headers: unknown.headers });
    }
  });

  it.each([
    ['an employee', employee],
    ['a contact', contact],
    ['a worker', () => portal.withLogin()],
  ])(
    'A4 A5 of %s: 50 wrong passwords at once are three that are really looked at, and the right one is then refused alike',
    { timeout: LONG },
    async (_, make) => {
      const login = await make();
      const guess = (place: number) => logIn({ ...login, password: `guess number ${place}` });
      const { result, hashes, compared } = await measured(
        () => Promise.all(Array.from({ length: 50 }, (_, place) => guess(place))),
        { together: 50 },
      );
      expect({ hashes: hashes.length, compared: compared.length }).toEqual({ hashes: 50, compared: 3 });
      const right = await measured(() => logIn(login));
      expect({ hashes: right.hashes.length, compared: right.compared.length }).toEqual({ hashes: 1, compared: 0 });
      for (const answer of result) expect(answer).toEqual(right.result);
      expect(right.result).toMatchObject({ status: 401, body: { code: 'login-failed' } });
    },
  );
});
