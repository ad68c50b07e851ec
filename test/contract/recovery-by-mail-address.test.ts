import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { MailMarkRepository } from '../../functions/adapters/dynamodb/mail-mark-repository.ts';
import { PEOPLE_AT_MOST } from '../../functions/domain/access/recovery/whose-recovery.ts';
import { changeEmployee } from '../../functions/domain/directory/employees/keep-employee.ts';
import { lists } from '../../functions/domain/directory/entries/kinds.ts';
import { LIMITS } from '../../functions/domain/limits/limits.ts';
import { accessOn, almighty } from '../support/agency.ts';
import { loadFunctions } from '../support/functions.ts';
import { giveLogin } from '../support/hirers.ts';
import { tried } from '../support/limits.ts';
import { startMailServer } from '../support/mail-server.ts';
import { newId } from '../support/messages.ts';
import { makeRecoveries, type RecoverySteps } from '../support/recovery.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let steps: RecoverySteps;
let portal: RecoverySteps['portal'];
beforeAll(async () => {
  server = await startMailServer();
  steps = await makeRecoveries({ functions: await loadFunctions(name, undefined, server.url), table, server });
  portal = steps.portal;
});
afterAll(() => server.stop());

const NEW_PASSWORD = 'een heel ander lang wachtwoord';
const CODE = /: \d{8}\n/;
let addresses = 0;
function newAddress(): string {
  addresses += 1;
  return `somebody${addresses}@mail.example`;
}
const worker = (...mailAddresses: string[]) => portal.withLogin({ mailAddresses });
/** Asks for a code, and what follows from it; the mails that came to an address. */
async function asked(account: string, mailAddress = account, more: object = {}) {
  const { status, body } = await steps.start(account, more);
  expect(status).toBe(202);
  expect(await steps.followed(body.recoveryId)).toBe(true);
  return steps.mailsTo(mailAddress);
}
const texts = (mails: Awaited<ReturnType<typeof asked>>) => mails.map(({ body }) => body.text ?? '');

async function company(...contacts: object[]) {
  const { id: companyId } = (await portal.staff(routes.createCompany, { body: { name: 'Vleeshal' } })).body;
  const create = (body: object) => portal.staff(routes.createContact, { params: { companyId }, body });
  return Promise.all(contacts.map(async (body) => (await create(body)).body.id as string));
}

describe('a recovery by mail address', () => {
  it('A11 sends the code to the address that was given, with the login name, which its proof names too', async () => {
    const [first, second] = [newAddress(), newAddress()];
    const { loginName } = await worker(first, second);
    const { recoveryId, code } = await steps.mailed(second.toUpperCase(), second);
    expect(texts(await steps.mailsTo(second))).toEqual([
      expect.stringContaining(`\n\nGebruikersnaam: ${loginName.toLowerCase()}\n\nUw code: ${code}\n`),
    ]);
    expect(await steps.mailsTo(first)).toEqual([]);
    const { body } = await steps.prove(recoveryId, code);
    expect(body).toMatchObject({ loginName: loginName.toLowerCase() });
    expect((await steps.setPassword(recoveryId, body.proof, NEW_PASSWORD)).status).toBe(204);
    expect((await portal.logIn(body.loginName, NEW_PASSWORD)).status).toBe(201);
  });

  it('A11 finds a company’s contact and an employee too', async () => {
    const [contactAddress, employeeAddress] = [newAddress(), newAddress()];
    const [contactId = ''] = await company({ familyName: 'Visser', language: 'nl', mailAddresses: [contactAddress] });
    const { tenantId } = portal;
    await giveLogin(table, { tenantId, contactId });
    const deps = { ...accessOn(table), sessionsLeft: () => {} };
    const { employeeId, name: named, language, roles } = await portal.agency.employee('messages:send');
    const fields = { name: named, language, roles: [...roles], phones: [], mailAddress: employeeAddress };
    await changeEmployee(deps, almighty(tenantId), employeeId, 1, fields);
    for (const address of [contactAddress, employeeAddress])
      expect(texts(await asked(address))).toEqual([expect.stringMatching(CODE)]);
  });

  it('A11 follows the file: a new address counts at once, an old one no longer', async () => {
    const [before, after] = [newAddress(), newAddress()];
    const { workerId } = await worker(before);
    const { body } = await portal.staff(routes.getWorker, { params: { workerId } });
    const { id: _, version, createdAt: __, changedAt: ___, changedBy: ____, ...fields } = body;
    const changed = { ...fields, mailAddresses: [after] };
    const headers = { 'if-match': `"${version}"` };
    const answer = await portal.staff(routes.changeWorker, { params: { workerId }, headers, body: changed });
    expect(answer.status).toBe(200);
    expect(await asked(before)).toEqual([]);
    expect(await asked(after)).toHaveLength(1);
  });

  it('A11 the code of one login never goes to another that has the address by the time it is brought again', async () => {
    const address = newAddress();
    const { workerId } = await worker(address);
    const { recoveryId } = await steps.mailed(address, address);
    await portal.act(workerId, 'disable');
    await worker(address);
    expect(await steps.followed(recoveryId)).toBe(true);
    expect(await steps.mailsTo(address)).toHaveLength(1);
  });

  it('A6 A11 mails nobody who is blocked, disabled or has no login', async () => {
    const [blocked, disabled, never] = [newAddress(), newAddress(), newAddress()];
    await portal.act((await worker(blocked)).workerId, 'block');
    await portal.act((await worker(disabled)).workerId, 'disable');
    await portal.newWorker({ mailAddresses: [never] });
    for (const address of [blocked, disabled, never]) expect(await asked(address)).toEqual([]);
  });

  it('A15 goes to one person five times an hour, by whatever name or address it is asked for', async () => {
    const address = newAddress();
    const { workerId, loginName } = await worker(address);
    await tried(table, 'recovery-person', workerId, new Date(), LIMITS['recovery-person'].most - 1);
    expect(await asked(loginName, address)).toHaveLength(1);
    expect(await asked(address)).toHaveLength(1);
  });
});

it('A11 a code goes to a person’s second address where mails do not reach the first', async () => {
  const [first, second] = [newAddress(), newAddress()];
  const { workerId, loginName } = await worker(first, second);
  const at = new Date().toISOString();
  const audit = { tenantId: portal.tenantId, subjectId: workerId, auditId: newId('aud'), at, by: 'system' };
  const mark = { tenantId: portal.tenantId, address: first, reason: 'bounced' as const, since: at };
  await new MailMarkRepository(table).put(mark, { audit: { ...audit, action: 'mail-address-bounced' } });
  expect(texts(await asked(loginName, second))).toEqual([expect.stringMatching(CODE)]);
  expect(await steps.mailsTo(first)).toEqual([]);
});

describe('a mail address that several people have', () => {
  it('A11 gets a mail with each of their login names, in place of a code', async () => {
    const address = newAddress();
    const people = [await worker(address), await worker(newAddress(), address)];
    const blocked = await worker(address);
    await portal.act(blocked.workerId, 'block');
    const [text = '', ...more] = texts(await asked(address));
    expect(more).toEqual([]);
    for (const { loginName } of people) expect(text).toContain(`\n${loginName}\n`);
    expect(text).not.toContain(blocked.loginName);
    expect(text).not.toMatch(CODE);
    const [one] = people;
    expect(texts(await asked(one?.loginName ?? '', address)).at(-1)).toMatch(CODE);
  });

  it('A11 is told that there are more where they are more than are looked at', async () => {
    const address = newAddress();
    const { loginName } = await worker(address);
    for (let count = 0; count < PEOPLE_AT_MOST; count++) {
      const id = `wrk_7${String(count).padStart(25, '0')}`; // after the worker
      const key = keys.listRow(portal.tenantId, lists.mailedAt(address), 'person', id);
      await table.write({ put: { ...key, type: 'entry-row', v: 1, id, words: [] } });
    }
    const [text] = texts(await asked(address));
    expect(text).toContain(`\n${loginName}\n`);
    expect(text).toContain('Er zijn meer accounts met dit adres.');
    expect(text).not.toMatch(CODE);
  });

  it('A11 is somebody’s login name as well: that one gets a code, the other the login name', async () => {
    const [address, own] = [newAddress(), newAddress()];
    const owner = await worker(address);
    const issued = await portal.enabled({ mailAddresses: [own] });
    const first = portal.browser(await portal.logIn(issued.loginName, issued.password));
    const chosen = { loginName: address, password: NEW_PASSWORD };
    expect((await first(routes.changeIssuedLoginData, { body: chosen })).status).toBe(200);
    expect(texts(await asked(address, own))).toEqual([expect.stringMatching(CODE)]);
    const [text] = texts(await steps.mailsTo(address));
    expect(text).toContain(`\n${owner.loginName}\n`);
    expect(text).not.toMatch(CODE);
  });
});

describe.each([
  ['nl', 'Log in met de inloggegevens die u van'],
  ['de', 'Melden Sie sich mit den Zugangsdaten an'],
  ['pl', 'Prosimy zalogować się danymi'],
  ['en', 'Log in with the login data'],
])('in %s', (language, useThem) => {
  it('A11 A1 a worker who has not used the issued login data is told what to do, and gets no code', async () => {
    const address = newAddress();
    const { loginName, password } = await portal.enabled({ mailAddresses: [address], language });
    const [byAddress = ''] = texts(await asked(address));
    expect(byAddress).toContain(useThem);
    expect(byAddress).not.toMatch(CODE);
    expect(byAddress).not.toMatch(/undefined|\[object/);
    expect(texts(await asked(loginName, address, { channel: 'sms' }))).toEqual([byAddress, byAddress]);
    expect((await portal.logIn(loginName, password)).status).toBe(201);
    expect(texts(await asked(loginName, address)).at(-1)).toBe(byAddress);
  });

  it('B11 the mail with login names is in the language of the first of them', async () => {
    const address = newAddress();
    for (let count = 0; count < 2; count++) await portal.withLogin({ mailAddresses: [address], language });
    const [mail] = await asked(address);
    expect(mail?.body.html).toContain(`<html lang="${language}">`);
    expect(`${mail?.subject} ${mail?.body.text}`).not.toMatch(/undefined|\[object/);
  });
});
