import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { anAddress, PASSWORD } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { measured } from '../support/measured.ts';
import { makePortal, type Portal } from '../support/portal.ts';
import { useTable } from '../support/table.ts';

const HOUR = 3_600_000;
const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let portal: Portal;
beforeAll(async () => {
  functions = await loadFunctions(name);
  portal = await makePortal(functions, table);
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
async function employee(): Promise<LoginData> {
  return { loginName: (await portal.agency.employee()).loginName, password: PASSWORD };
}

/** Logins that are refused, whatever the reason; each with the right password, unless that is the reason. */
const refused: Readonly<Record<string, () => Promise<LoginData>>> = {
  'an unknown agency': async () => ({ ...(await employee()), tenant: 'nobody' }),
  'an unknown login name': async () => ({ loginName: 'nobody', password: PASSWORD }),
  'an employee’s wrong password': async () => wrong(await employee()),
  'an employee locked by wrong passwords': async () => lockedOut(await employee()),
  'a worker’s wrong password': async () => wrong(await portal.settled()),
  'a worker blocked by wrong passwords': async () => lockedOut(await portal.settled()),
  'a worker blocked by staff': async () => {
    const worker = await portal.settled();
    await portal.act(worker.workerId, 'block');
    return worker;
  },
  'a worker whose access was disabled': async () => {
    const worker = await portal.settled();
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
    const worker = await portal.settled();
    await portal.act(worker.workerId, 'new-login-data');
    return worker;
  },
};

describe('a login that is refused', () => {
  it('A10 has one hash, the same calls of the table, and the same answer, whatever the reason', async () => {
    const logins = new Map<string, LoginData>();
    for (const [reason, make] of Object.entries(refused)) logins.set(reason, await make());
    for (const [reason, login] of logins) {
      const { result, hashes, calls } = await measured(() => logIn(login));
      const { status, cookies, body, headers } = result;
      expect({ reason, status, cookies, code: body.code, hashes, calls }).toEqual({
        ...{ reason, status: 401, cookies: [], code: 'login-failed', hashes: ['argon2'] },
        calls: ['UpdateItem', 'UpdateItem', 'GetItem', 'BatchGetItem', 'UpdateItem'],
      });
      const first = await logIn({ loginName: 'nobody', password: PASSWORD });
      expect({ reason, body, headers }).toEqual({ reason, body: first.body, headers: first.headers });
    }
  });

  it('A4 A5 50 wrong passwords at once are three that are really looked at, and the right one is then refused alike', async () => {
    // A function that runs has its connections: on a busy machine 50 new ones at once would be what fails.
    const connect = () =>
      send(functions, routes.lookAtInvitation, { address: anAddress(), body: { token: 'nonsense' } });
    await Promise.all(Array.from({ length: 50 }, connect));
    for (const login of [await employee(), await portal.settled()]) {
      const guess = (place: number) => logIn({ ...login, password: `guess number ${place}` });
      const { result, hashes, compared } = await measured(() =>
        Promise.all(Array.from({ length: 50 }, (_, place) => guess(place))),
      );
      expect({ hashes: hashes.length, compared: compared.length }).toEqual({ hashes: 50, compared: 3 });
      const right = await measured(() => logIn(login));
      expect({ hashes: right.hashes.length, compared: right.compared.length }).toEqual({ hashes: 1, compared: 0 });
      for (const answer of result) expect(answer).toEqual(right.result);
      expect(right.result).toMatchObject({ status: 401, body: { code: 'login-failed' } });
    }
  });
});
