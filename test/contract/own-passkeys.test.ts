import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { PASSKEYS_AT_MOST } from '../../contract/routes/passkeys.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency, PASSWORD } from '../support/agency.ts';
import { type Answered, loadFunctions, send } from '../support/functions.ts';
import { hirerAgency } from '../support/hirer-agency.ts';
import { authenticator } from '../support/passkeys/authenticator.ts';
import { makePortal } from '../support/portal.ts';
import { addPasskey, confirm, employeesOf, passByPasskey } from '../support/second-factors.ts';
import { type Ask, browserWith } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
const access = accessOn(table);
let functions: Record<ApiFunction, ApiHandler>;
let strict: ReturnType<typeof employeesOf>;
let lenient: typeof strict;
beforeAll(async () => {
  functions = await loadFunctions(name);
  strict = employeesOf(functions, access, await makeAgency(access, 'required'));
  lenient = employeesOf(functions, access, await makeAgency(access));
});

const browser = ({ cookies }: Answered) => browserWith(functions, cookies);
const refused = { status: 403, body: { code: 'passkey-refused' } };

describe('one’s own passkeys', () => {
  it('A18 need the password again to be added and removed', async () => {
    const free = browser(await (await lenient.newEmployee()).logIn());
    const needed = { status: 403, body: { code: 'confirmation-needed' } };
    expect(await free(routes.beginPasskey)).toMatchObject(needed);
    const { ask } = await strict.withPasskey();
    const [{ id: passkeyId }] = (await ask(routes.listPasskeys)).body.items;
    expect(await ask(routes.beginPasskey)).toMatchObject(needed);
    expect(await ask(routes.removePasskey, { params: { passkeyId } })).toMatchObject(needed);
  });

  it('are ten at most', async () => {
    const { ask } = await strict.withPasskey();
    await confirm(ask);
    for (let count = 1; count < PASSKEYS_AT_MOST; count++)
      expect((await addPasskey(ask, authenticator())).body.recoveryCodes).toBeUndefined();
    expect((await ask(routes.listPasskeys)).body.items).toHaveLength(PASSKEYS_AT_MOST);
    expect(await ask(routes.beginPasskey)).toMatchObject({ status: 409, body: { code: 'too-many-passkeys' } });
  });

  it('go one by one: the last stays where a second factor is asked for, and takes the recovery codes along where not', async () => {
    const one = await strict.withPasskey();
    await confirm(one.ask);
    const second = authenticator();
    expect((await addPasskey(one.ask, second)).status).toBe(200);
    const ids: string[] = (await one.ask(routes.listPasskeys)).body.items.map(({ id }: { id: string }) => id);
    const remove = (ask: Ask, passkeyId = '') => ask(routes.removePasskey, { params: { passkeyId } });
    expect((await remove(one.ask, ids[0])).status).toBe(204);
    expect((await remove(one.ask, ids[0])).status).toBe(404);
    expect(await remove(one.ask, ids[1])).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });
    expect(await passByPasskey(browser(await one.logIn()), one.key)).toMatchObject(refused);
    expect((await passByPasskey(browser(await one.logIn()), second)).status).toBe(200);

    const free = await lenient.withPasskey();
    const [{ id }] = (await free.ask(routes.listPasskeys)).body.items;
    expect((await remove(free.ask, id)).status).toBe(204);
    expect((await free.ask(routes.getSecondFactor)).body).toMatchObject({ passkeys: 0, recoveryCodesLeft: 0 });
    expect((await free.logIn()).body.pending).toBeUndefined();
  });

  it('are listed to nobody who has given the password alone', async () => {
    const { logIn } = await strict.withPasskey();
    const answer = await browser(await logIn())(routes.listPasskeys);
    expect(answer).toMatchObject({ status: 403, body: { code: 'second-factor-required' } });
  });

  it('are nothing for an API token', async () => {
    const { token } = await (await makeAgency(access)).apiToken(['messages:read']);
    const headers = { authorization: `Bearer ${token}` };
    for (const route of [routes.listPasskeys, routes.beginPasskey])
      expect(await send(functions, route, { headers })).toMatchObject({ status: 403 });
  });

  it('A9 go when an administrator resets them', async () => {
    const lost = await strict.withPasskey();
    const { ask } = await strict.withPasskey();
    const params = { employeeId: lost.employeeId };
    expect((await ask(routes.resetSecondFactor, { params })).status).toBe(204);
    expect(await table.get(keys.secondFactor(lost.agency.tenant.tenantId, lost.employeeId))).toBeUndefined();
    expect((await lost.logIn()).body.pending).toBe('enrol-second-factor');
  });

  it('A9 go with an employee who is removed', async () => {
    const gone = await strict.withPasskey();
    const { ask } = await strict.withPasskey();
    const { body } = await ask(routes.getEmployee, { params: { employeeId: gone.employeeId } });
    const request = { params: { employeeId: gone.employeeId }, headers: { 'if-match': `"${body.version}"` } };
    expect((await ask(routes.removeEmployee, request)).status).toBe(204);
    expect(await table.get(keys.secondFactor(gone.agency.tenant.tenantId, gone.employeeId))).toBeUndefined();
  });
});

it('A9 a worker’s passkeys go with the access, and enabling it again brings none back', async () => {
  const portal = await makePortal(functions, table);
  const worker = await portal.settled();
  const key = authenticator();
  await worker.ask(routes.confirmSession, { body: { password: worker.password } });
  expect((await addPasskey(worker.ask, key)).status).toBe(200);
  const login = await portal.logIn(worker.loginName, worker.password);
  expect(login.body.pending).toBe('second-factor');
  expect((await passByPasskey(browser(login), key)).body).toMatchObject({ worker: { id: worker.workerId } });

  expect((await portal.act(worker.workerId, 'disable')).status).toBe(200);
  expect(await table.get(keys.secondFactor(portal.tenantId, worker.workerId))).toBeUndefined();
  const { slip } = (await portal.act(worker.workerId, 'enable')).body;
  const again = portal.browser(await portal.logIn(slip.loginName, slip.password));
  const own = { loginName: worker.loginName, password: worker.password };
  expect((await again(routes.changeIssuedLoginData, { body: own })).body.pending).toBeUndefined();
});

it('A9 a contact’s passkeys go with the login, and with the contact', async () => {
  const agency = await hirerAgency(table, functions);
  const companyId = await agency.company();
  async function settledHirer() {
    const hirer = await agency.hirer(companyId);
    const key = authenticator();
    await confirm(hirer.ask);
    expect((await addPasskey(hirer.ask, key)).status).toBe(200);
    const login = await agency.logIn(hirer.loginName, PASSWORD);
    expect((await passByPasskey(browser(login), key)).body).toMatchObject({ contact: { id: hirer.contactId } });
    return { companyId, contactId: hirer.contactId };
  }
  const kept = ({ contactId }: { contactId: string }) => table.get(keys.secondFactor(agency.tenantId, contactId));
  const [one, other] = [await settledHirer(), await settledHirer()];
  expect(await kept(one)).toBeDefined();
  expect((await agency.staff(routes.withdrawHirerLogin, { params: one })).status).toBe(204);
  expect(await kept(one)).toBeUndefined();
  await agency.remove(routes.removeContact, other);
  expect(await kept(other)).toBeUndefined();
});
