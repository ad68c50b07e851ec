import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADMINISTRATOR } from '../../contract/permissions.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { PASSKEYS_AT_MOST } from '../../contract/routes/passkeys.ts';
import { totpCode } from '../../functions/adapters/crypto/totp.ts';
import { AUDIT, keys, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import { createEmployeeWithLogin } from '../../functions/domain/directory/employees/create-employee-with-login.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, anAddress, makeAgency, PASSWORD, SOMEBODY } from '../support/agency.ts';
import { type Answered, loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { type Authenticator, authenticator, type Wrong } from '../support/passkeys/authenticator.ts';
import { makePortal } from '../support/portal.ts';
import { type Ask, browserWith } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const MINUTE = 60_000;
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
const refused = { status: 403, body: { code: 'passkey-refused' } };
const confirm = async (ask: Ask) =>
  expect((await ask(routes.confirmSession, { body: { password: PASSWORD } })).status).toBe(204);

async function add(ask: Ask, key: Authenticator, wrong: Wrong = {}) {
  const { body: options } = await ask(routes.beginPasskey);
  return ask(routes.addPasskey, { body: { name: 'My phone', credential: key.create(options, wrong) } });
}
async function pass(ask: Ask, key: Authenticator, wrong: Wrong = {}) {
  const { body: options } = await ask(routes.askForPasskey);
  return ask(routes.passByPasskey, { body: { credential: key.get(options, wrong) } });
}

async function newEmployee(agency = strict) {
  const loginName = newId('emp');
  const of = { ...SOMEBODY, loginName, roles: [ADMINISTRATOR] };
  const { employeeId } = await createEmployeeWithLogin(access, agency.tenant.tenantId, of);
  const logIn = () =>
    send(functions, routes.logIn, {
      body: { tenant: agency.slug, loginName, password: PASSWORD },
      address: anAddress(),
    });
  return { agency, employeeId, loginName, logIn };
}
/** An employee who has a passkey. */
async function settled(agency = strict, key = authenticator()) {
  const employee = await newEmployee(agency);
  const first = browser(await employee.logIn());
  if (agency === lenient) await confirm(first);
  const added = await add(first, key);
  expect(added.status).toBe(200);
  const ask = added.cookies.length > 0 ? browser(added) : first;
  return { ...employee, key, added, ask };
}
async function auditOf({ agency, employeeId }: Pick<Awaited<ReturnType<typeof newEmployee>>, 'agency' | 'employeeId'>) {
  const pk = personPartition(agency.tenant.tenantId, employeeId);
  const sort = { attribute: 'sk', beginsWith: AUDIT };
  return (await table.query({ partition: { pk }, sort, limit: 50 })).items;
}

describe('a passkey', () => {
  it('A22 opens a session that needed one, under another token, and brings recovery codes as the first factor', async () => {
    const { logIn, loginName, agency } = await newEmployee();
    const login = await logIn();
    expect(login.body.pending).toBe('enrol-second-factor');
    const ask = browser(login);
    const { status, body: options } = await ask(routes.beginPasskey);
    expect(status).toBe(200);
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: `${loginName} (${agency.slug})`, displayName: 'Anna' },
      authenticatorSelection: { userVerification: 'required' },
      attestation: 'none',
    });
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
    const credential = authenticator().create(options);
    const added = await ask(routes.addPasskey, { body: { name: 'My phone', credential } });
    expect(added.body.pending).toBeUndefined();
    expect(new Set(added.body.recoveryCodes).size).toBe(10);
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await browser(added)(routes.listWorkers)).status).toBe(200);
    expect((await browser(added)(routes.getSecondFactor)).body).toMatchObject({ totp: false, passkeys: 1 });
  });

  it('A16 after the password opens the session under another token, and is noted with its use', async () => {
    const one = await settled();
    later(MINUTE);
    const login = await one.logIn();
    expect(login.body.pending).toBe('second-factor');
    const passed = await pass(browser(login), one.key);
    expect(passed).toMatchObject({ status: 200, body: { employee: { id: one.employeeId } } });
    expect(passed.body.pending).toBeUndefined();
    expect((await browser(login)(routes.getSession)).status).toBe(401);
    const { items } = (await browser(passed)(routes.listPasskeys)).body;
    expect(items).toEqual([
      expect.objectContaining({ name: 'My phone', lastUsedAt: new Date().toISOString(), id: items[0].id }),
    ]);
    expect((await auditOf(one)).map(({ action, detail }) => [action, detail])).toEqual(
      expect.arrayContaining([
        ['passkey-added', undefined],
        ['second-factor-passed', items[0].id],
      ]),
    );
    expect((await browser(passed)(routes.askForPasskey)).body.code).toBe('action-not-possible');
  });

  it('A22 of one who has an app too stands beside it: either opens, and a recovery code does', async () => {
    const one = await settled();
    await confirm(one.ask);
    const { secret } = (await one.ask(routes.beginTotp)).body;
    const confirmed = await one.ask(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.recoveryCodes).toBeUndefined();
    later(30_000);
    const code = totpCode(secret, new Date());
    for (const given of [code, one.added.body.recoveryCodes[0]]) {
      const ask = browser(await one.logIn());
      expect((await ask(routes.passSecondFactor, { body: { code: given } })).status).toBe(200);
    }
    expect((await pass(browser(await one.logIn()), one.key)).status).toBe(200);
  });

  it('that counts nothing, as those kept on several devices do, opens again and again', async () => {
    const one = await settled(strict, authenticator({ counts: false }));
    for (let time = 0; time < 2; time++) expect((await pass(browser(await one.logIn()), one.key)).status).toBe(200);
  });
});

describe('is refused, and the session stays as it was,', () => {
  const ways: [string, Wrong][] = [
    ['from another origin', { origin: 'https://localhost.example' }],
    ['for another site', { rpId: 'example.org' }],
    ['for another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['for another ceremony', { type: 'payment.get' }],
    ['without user verification', { unverified: true }],
  ];
  it('A22 a new one from another origin, for another site, challenge or ceremony, and without user verification', async () => {
    const ask = browser(await (await newEmployee()).logIn());
    for (const [way, wrong] of ways) expect(await add(ask, authenticator(), wrong), way).toMatchObject(refused);
    expect((await ask(routes.getSession)).body.pending).toBe('enrol-second-factor');
    expect((await ask(routes.getSecondFactor)).body.passkeys).toBe(0);
    expect((await add(ask, authenticator())).status).toBe(200);
  });

  it('A22 a used one from another origin, for another site, challenge or ceremony, and without user verification', async () => {
    const { logIn, key } = await settled();
    const ask = browser(await logIn());
    for (const [way, wrong] of ways) expect(await pass(ask, key, wrong), way).toMatchObject(refused);
    expect((await ask(routes.getSession)).body.pending).toBe('second-factor');
    expect((await pass(ask, key)).status).toBe(200);
  });

  it('A22 one that is signed by another key, or whose signature or data were changed', async () => {
    const { logIn, key } = await settled();
    const ask = browser(await logIn());
    const changed = async (change: (given: ReturnType<Authenticator['get']>) => object) => {
      const given = key.get((await ask(routes.askForPasskey)).body);
      const credential = { ...given, response: { ...given.response, ...change(given) } };
      return ask(routes.passByPasskey, { body: { credential } });
    };
    const other = authenticator();
    const flipped = (text: string, at: number) => {
      const bytes = Buffer.from(text, 'base64url');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes.toString('base64url');
    };
    const tries = [
      await changed(({ response }) => ({ signature: flipped(response.signature, 12) })),
      await changed(({ response }) => ({ authenticatorData: flipped(response.authenticatorData, 36) })),
      await changed(() => ({
        signature: other.get({ challenge: 'x', rpId: 'localhost' }).response.signature,
      })),
      await changed(() => ({ signature: '' })),
      await changed(() => ({ userHandle: Buffer.from('somebody else').toString('base64url') })),
    ];
    for (const answer of tries) expect(answer).toMatchObject(refused);
    expect((await pass(ask, key)).status).toBe(200);
  });

  it('A22 one that was used already: a challenge counts once, right or wrong', async () => {
    const { logIn, key } = await settled();
    const ask = browser(await logIn());
    const options = (await ask(routes.askForPasskey)).body;
    const wrong = { body: { credential: key.get(options, { unverified: true }) } };
    expect(await ask(routes.passByPasskey, wrong)).toMatchObject(refused);
    expect(await ask(routes.passByPasskey, { body: { credential: key.get(options) } })).toMatchObject(refused);

    const credential = key.get((await ask(routes.askForPasskey)).body);
    const both = await Promise.all([1, 2].map(() => ask(routes.passByPasskey, { body: { credential } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, expect.toSatisfy((s) => s === 401 || s === 403)]);
    expect(await browser(await logIn())(routes.passByPasskey, { body: { credential } })).toMatchObject(refused);
  });

  it('A22 one for the challenge of another session, and one for that of making a passkey', async () => {
    const { logIn, key, ask } = await settled();
    const [one, other] = [browser(await logIn()), browser(await logIn())];
    const { body: options } = await one(routes.askForPasskey);
    await other(routes.askForPasskey);
    expect(await other(routes.passByPasskey, { body: { credential: key.get(options) } })).toMatchObject(refused);
    await confirm(ask);
    const { challenge } = (await ask(routes.beginPasskey)).body;
    const credential = key.get({ challenge, rpId: 'localhost' });
    expect(await one(routes.passByPasskey, { body: { credential } })).toMatchObject(refused);
  });

  it('A22 one that comes after five minutes', async () => {
    const { logIn, key } = await settled();
    const ask = browser(await logIn());
    const { body: options } = await ask(routes.askForPasskey);
    later(5 * MINUTE);
    expect(await ask(routes.passByPasskey, { body: { credential: key.get(options) } })).toMatchObject(refused);
    const { body: fresh } = await ask(routes.askForPasskey);
    later(5 * MINUTE - 1);
    expect((await ask(routes.passByPasskey, { body: { credential: key.get(fresh) } })).status).toBe(200);
  });

  it('A21 one of somebody else, of the same agency and of another', async () => {
    const { logIn } = await settled();
    for (const agency of [strict, await makeAgency(access, 'required')]) {
      const { key } = await settled(agency);
      expect(await pass(browser(await logIn()), key)).toMatchObject(refused);
    }
  });

  it('A20 one whose counter went back, as a copy’s does; the audit trail tells of it', async () => {
    const one = await settled();
    const told = async () => (await auditOf(one)).filter(({ action }) => action === 'passkey-counter-went-back').length;
    const passAt = async (counter: number) => pass(browser(await one.logIn()), one.key, { counter });
    expect((await passAt(5)).status).toBe(200);
    expect(await passAt(5)).toMatchObject(refused);
    expect(await passAt(4)).toMatchObject(refused);
    expect(await told()).toBe(2);
    // Who has no key makes no such line.
    const ask = browser(await one.logIn());
    const forged = authenticator().get((await ask(routes.askForPasskey)).body, { counter: 1 });
    const credential = { ...forged, id: one.key.credentialId, rawId: one.key.credentialId };
    expect(await ask(routes.passByPasskey, { body: { credential } })).toMatchObject(refused);
    expect(await told()).toBe(2);
    expect((await passAt(6)).status).toBe(200);
  });

  it('A22 a new one that is there already', async () => {
    const one = await settled();
    await confirm(one.ask);
    const { excludeCredentials } = (await one.ask(routes.beginPasskey)).body;
    expect(excludeCredentials).toEqual([{ type: 'public-key', id: one.key.credentialId, transports: ['internal'] }]);
    expect(await add(one.ask, one.key)).toMatchObject(refused);
  });
});

describe('one’s own passkeys', () => {
  it('A18 need the password again to be added and removed', async () => {
    const free = browser(await (await newEmployee(lenient)).logIn());
    const needed = { status: 403, body: { code: 'confirmation-needed' } };
    expect(await free(routes.beginPasskey)).toMatchObject(needed);
    const { ask } = await settled();
    const [{ id: passkeyId }] = (await ask(routes.listPasskeys)).body.items;
    expect(await ask(routes.beginPasskey)).toMatchObject(needed);
    expect(await ask(routes.removePasskey, { params: { passkeyId } })).toMatchObject(needed);
  });

  it('are ten at most', async () => {
    const { ask } = await settled();
    await confirm(ask);
    for (let count = 1; count < PASSKEYS_AT_MOST; count++)
      expect((await add(ask, authenticator())).body.recoveryCodes).toBeUndefined();
    expect((await ask(routes.listPasskeys)).body.items).toHaveLength(PASSKEYS_AT_MOST);
    expect(await ask(routes.beginPasskey)).toMatchObject({ status: 409, body: { code: 'too-many-passkeys' } });
  });

  it('go one by one: the last stays where a second factor is asked for, and takes the recovery codes along where not', async () => {
    const one = await settled();
    await confirm(one.ask);
    const second = authenticator();
    expect((await add(one.ask, second)).status).toBe(200);
    const ids: string[] = (await one.ask(routes.listPasskeys)).body.items.map(({ id }: { id: string }) => id);
    const remove = (ask: Ask, passkeyId = '') => ask(routes.removePasskey, { params: { passkeyId } });
    expect((await remove(one.ask, ids[0])).status).toBe(204);
    expect((await remove(one.ask, ids[0])).status).toBe(404);
    expect(await remove(one.ask, ids[1])).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });
    expect(await pass(browser(await one.logIn()), one.key)).toMatchObject(refused);
    expect((await pass(browser(await one.logIn()), second)).status).toBe(200);

    const free = await settled(lenient);
    const [{ id }] = (await free.ask(routes.listPasskeys)).body.items;
    expect((await remove(free.ask, id)).status).toBe(204);
    expect((await free.ask(routes.getSecondFactor)).body).toMatchObject({ passkeys: 0, recoveryCodesLeft: 0 });
    expect((await free.logIn()).body.pending).toBeUndefined();
  });

  it('are listed to nobody who has given the password alone', async () => {
    const { logIn } = await settled();
    const answer = await browser(await logIn())(routes.listPasskeys);
    expect(answer).toMatchObject({ status: 403, body: { code: 'second-factor-required' } });
  });

  it('are nothing for an API token', async () => {
    const { token } = await strict.apiToken(['messages:read']);
    const headers = { authorization: `Bearer ${token}` };
    for (const route of [routes.listPasskeys, routes.beginPasskey])
      expect(await send(functions, route, { headers })).toMatchObject({ status: 403 });
  });

  it('A9 go when an administrator resets them', async () => {
    const lost = await settled();
    const { ask } = await settled();
    const params = { employeeId: lost.employeeId };
    expect((await ask(routes.resetSecondFactor, { params })).status).toBe(204);
    expect(await table.get(keys.secondFactor(strict.tenant.tenantId, lost.employeeId))).toBeUndefined();
    expect((await lost.logIn()).body.pending).toBe('enrol-second-factor');
  });

  it('A9 go with an employee who is removed', async () => {
    const gone = await settled();
    const { ask } = await settled();
    const { body } = await ask(routes.getEmployee, { params: { employeeId: gone.employeeId } });
    const request = { params: { employeeId: gone.employeeId }, headers: { 'if-match': `"${body.version}"` } };
    expect((await ask(routes.removeEmployee, request)).status).toBe(204);
    expect(await table.get(keys.secondFactor(strict.tenant.tenantId, gone.employeeId))).toBeUndefined();
  });
});

it('A9 a worker’s passkeys go with the access, and enabling it again brings none back', async () => {
  const portal = await makePortal(functions, table);
  const worker = await portal.settled();
  const key = authenticator();
  await worker.ask(routes.confirmSession, { body: { password: worker.password } });
  expect((await add(worker.ask, key)).status).toBe(200);
  const login = await portal.logIn(worker.loginName, worker.password);
  expect(login.body.pending).toBe('second-factor');
  expect((await pass(browser(login), key)).body).toMatchObject({ worker: { id: worker.workerId } });

  expect((await portal.act(worker.workerId, 'disable')).status).toBe(200);
  expect(await table.get(keys.secondFactor(portal.tenantId, worker.workerId))).toBeUndefined();
  const { slip } = (await portal.act(worker.workerId, 'enable')).body;
  const again = portal.browser(await portal.logIn(slip.loginName, slip.password));
  const own = { loginName: worker.loginName, password: worker.password };
  expect((await again(routes.changeIssuedLoginData, { body: own })).body.pending).toBeUndefined();
});
