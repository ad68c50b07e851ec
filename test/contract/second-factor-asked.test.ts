import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { totpCode } from '../../functions/adapters/crypto/totp.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { type Answered, loadFunctions } from '../support/functions.ts';
import { makePortal } from '../support/portal.ts';
import { confirm, employeesOf } from '../support/second-factors.ts';
import { browserWith, staffOf } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const MINUTE = 60_000;
const STEP = 30_000;
const { table, name } = useTable();
const access = accessOn(table);
let functions: Record<ApiFunction, ApiHandler>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => vi.useRealTimers());
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const browser = ({ cookies }: Answered) => browserWith(functions, cookies);

type Agency = Awaited<ReturnType<typeof makeAgency>>;
const newEmployee = (agency: Agency) => employeesOf(functions, access, agency).newEmployee();
/** An employee who has set up an app, where nobody asks for one. */
async function settled(agency: Agency) {
  const employee = await newEmployee(agency);
  const first = browser(await employee.logIn());
  await confirm(first);
  const { secret } = (await first(routes.beginTotp)).body;
  const code = () => ({ body: { code: totpCode(secret, new Date()) } });
  expect((await first(routes.confirmTotp, code())).status).toBe(200);
  later(STEP);
  return { ...employee, first, pass: (login: Answered) => browser(login)(routes.passSecondFactor, code()) };
}

describe('an agency that begins to ask for a second factor', () => {
  const required = { body: { staffSecondFactor: 'required' } };
  const lacking = (pending: string) => ({
    status: 403,
    body: { code: 'second-factor-required', errors: [{ path: 'pending', message: pending }] },
  });

  it('A22 asks for it at once in open sessions: who has none sets one up, once the password is given again', async () => {
    const agency = await makeAgency(access);
    const ask = browser(await (await newEmployee(agency)).logIn());
    const { ask: other } = await staffOf(functions, access, agency).administrator();
    expect((await ask(routes.changeSecuritySettings, required)).status).toBe(200);
    for (const one of [ask, other]) expect(await one(routes.listWorkers)).toMatchObject(lacking('enrol-second-factor'));
    expect((await other(routes.getSession)).body.pending).toBe('enrol-second-factor');

    expect(await ask(routes.beginTotp)).toMatchObject({ status: 403, body: { code: 'confirmation-needed' } });
    await confirm(ask);
    const { secret } = (await ask(routes.beginTotp)).body;
    const ends = (await ask(routes.getSession)).body.expiresAt;
    later(MINUTE);
    const confirmed = await ask(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    const opened = browser(confirmed);
    expect((await opened(routes.listWorkers)).status).toBe(200);
    // it goes on, and no longer than it would have
    expect((await opened(routes.getSession)).body.expiresAt).toBe(ends);
  });

  it('A22 has who has one give it once more, also where it was removed from another session meanwhile', async () => {
    const agency = await makeAgency(access);
    const one = await settled(agency);
    const given = await one.pass(await one.logIn());
    const [first, second] = [browser(given), one.first];
    later(STEP);
    const also = await one.pass(await one.logIn());
    later(1);
    expect((await second(routes.changeSecuritySettings, required)).status).toBe(200);
    for (const ask of [first, second, browser(also)])
      expect(await ask(routes.listWorkers)).toMatchObject(lacking('second-factor'));
    later(STEP);
    const passed = await one.pass(given);
    expect((await browser(passed)(routes.listWorkers)).status).toBe(200);

    const free = await makeAgency(access);
    const gone = await settled(free);
    const open = browser(await gone.pass(await gone.logIn()));
    await confirm(gone.first);
    expect((await gone.first(routes.removeTotp)).status).toBe(204);
    later(1);
    expect((await gone.first(routes.changeSecuritySettings, required)).status).toBe(200);
    expect(await open(routes.listWorkers)).toMatchObject(lacking('enrol-second-factor'));
  });

  it('A22 leaves those of workers and systems as they are', async () => {
    const portal = await makePortal(functions, table);
    const worker = await portal.settled();
    const { ask } = await staffOf(functions, access, portal.agency).administrator();
    expect((await ask(routes.changeSecuritySettings, required)).status).toBe(200);
    expect((await worker.ask(routes.listSessions)).status).toBe(200);
    expect((await portal.staff(routes.listWorkers)).status).toBe(200);
  });
});
