import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ADMINISTRATOR } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, anAddress, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { newId } from '../support/messages.ts';
import { type Ask, browserWith, staffOf, version } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const DAY = 86_400_000;
const { table, name } = useTable();
const access = accessOn(table);
let server: Awaited<ReturnType<typeof startMailServer>>;
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof makeAgency>>;
let staff: ReturnType<typeof staffOf>;
let admin: Awaited<ReturnType<typeof staff.administrator>>;
let invited = 0;

const SETTINGS = {
  correspondence: {
    mailOnAccessChange: false,
    disclaimer: { pl: 'Wiadomość poufna.' },
    mailPolicy: 'general',
    generalAddress: 'info@west.example',
    mailSender: { name: 'West', address: 'noreply@west.example' },
  },
  loginPrefix: 'EF',
};

beforeAll(async () => {
  server = await startMailServer();
  functions = await loadFunctions(name, undefined, server.url);
  agency = await makeAgency(access);
  staff = staffOf(functions, access, agency);
  admin = await staff.administrator();
  expect((await admin.ask(routes.changeSettings, { body: SETTINGS, ...version(0) })).status).toBe(200);
});
afterAll(() => server.stop());

const ask: Ask = (route, input) => admin.ask(route, input);
const open = (route: Route, body: object) => send(functions, route, { body, address: anAddress() });
const look = (token: string) => open(routes.lookAtInvitation, { token });
const accept = (token: string, own: object = {}) =>
  open(routes.acceptInvitation, { token, loginName: newId('emp'), password: 'een eigen lange wachtzin', ...own });
const notValid = { status: 403, body: { code: 'invitation-not-valid' } };

async function newEmployee(of: object = {}) {
  invited += 1;
  const mailAddress = `bo${invited}@west.example`;
  const body = { name: 'Bo de Wit', language: 'nl', mailAddress, ...of };
  const { id } = (await ask(routes.createEmployee, { body })).body;
  return { employeeId: String(id), mailAddress };
}
const invite = (employeeId: string, by: Ask = ask) => by(routes.inviteEmployee, { params: { employeeId } });
const mailsTo = async (address: string) =>
  (await server.mails()).filter(({ destination }) => destination.to.includes(address));
/** The token of the newest link that was mailed to an address. */
async function tokenFor(address: string): Promise<string> {
  const text = (await mailsTo(address)).at(-1)?.body.text ?? '';
  return /\/invitation#(\S+)/.exec(text)?.[1] ?? '';
}
async function invitedEmployee(of: object = {}) {
  const employee = await newEmployee(of);
  expect((await invite(employee.employeeId)).body.mail.outcome).toBe('sent');
  return { ...employee, token: await tokenFor(employee.mailAddress) };
}

describe('an invitation', () => {
  it('is mailed as a link whose secret no server is sent, and the answer says what became of it', async () => {
    const { employeeId, mailAddress } = await newEmployee();
    const { status, body } = await invite(employeeId);
    expect({ status, outcome: body.mail.outcome }).toEqual({ status: 200, outcome: 'sent' });
    expect(new Date(body.expiresAt).getTime()).toBeGreaterThan(Date.now() + 6.9 * DAY);
    const [mail] = await mailsTo(mailAddress);
    expect(mail?.subject).toBe(`Uitnodiging: uw account bij ${agency.tenant.name}`);
    expect(mail?.replyTo).toEqual(['info@west.example']);
    expect(mail?.body.text).toMatch(/^http:\/\/localhost\/invitation#hi_\S+$/m);
    expect(mail?.body.html).toContain(await tokenFor(mailAddress));
  });

  it.each([
    ['nl', 'Uitnodiging:', 'werkt één keer'],
    ['de', 'Einladung:', 'gilt einmal'],
    ['pl', 'Zaproszenie:', 'Wiadomość poufna.'],
    ['en', 'Invitation:', 'works once'],
  ])('B11 is written in %s where that is the language of the invited person', async (language, subject, words) => {
    const { mailAddress } = await invitedEmployee({ language });
    const [mail] = await mailsTo(mailAddress);
    expect(mail?.subject).toContain(subject);
    expect(mail?.body.text).toContain(words);
    expect(mail?.body.html).toContain(`<html lang="${language}">`);
  });

  it('shows whose it is as often as a mail scanner likes, and is used up by its acceptance alone', async () => {
    const { token } = await invitedEmployee();
    for (let round = 0; round < 3; round++)
      expect(await look(token)).toMatchObject({
        status: 200,
        body: { tenant: { slug: agency.slug, name: agency.tenant.name }, name: 'Bo de Wit', language: 'nl' },
      });
    expect((await accept(token)).status).toBe(201);
    expect(await look(token)).toMatchObject(notValid);
    expect(await accept(token)).toMatchObject(notValid);
  });

  it('gives the login data that the employee chooses, and a session', async () => {
    const { employeeId, token } = await invitedEmployee();
    const own = { loginName: `Bo.${employeeId}`, password: 'een eigen lange wachtzin' };
    const accepted = await accept(token, own);
    expect(accepted.body.employee).toEqual({ id: employeeId, name: 'Bo de Wit', loginName: own.loginName });
    const browser = browserWith(functions, accepted.cookies);
    expect((await browser(routes.getSession)).body.employee.id).toBe(employeeId);
    const again = await open(routes.logIn, { tenant: agency.slug, ...own });
    expect(again).toMatchObject({ status: 201, body: { employee: { id: employeeId } } });
    expect((await ask(routes.getEmployee, { params: { employeeId } })).body.loginName).toBe(own.loginName);
  });

  it('of ten acceptances at once one counts', async () => {
    const { token } = await invitedEmployee();
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 403)]);
  });

  it('is void once a newer one was sent, after seven days, and when its employee is deactivated or removed', async () => {
    const first = await invitedEmployee();
    await invite(first.employeeId);
    const second = await tokenFor(first.mailAddress);
    expect(await look(first.token)).toMatchObject(notValid);
    expect((await look(second)).status).toBe(200);

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * DAY });
    expect(await accept(second)).toMatchObject(notValid);
    vi.useRealTimers();

    const params = { employeeId: first.employeeId };
    await ask(routes.deactivateEmployee, { params });
    expect(await accept(second)).toMatchObject(notValid);
    expect(await invite(first.employeeId)).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });
    await ask(routes.reactivateEmployee, { params });
    expect(await accept(second)).toMatchObject(notValid);

    const other = await invitedEmployee();
    await ask(routes.removeEmployee, { params: { employeeId: other.employeeId }, ...version(1) });
    expect(await accept(other.token)).toMatchObject(notValid);
  });

  it.each(['', 'nonsense', 'hi_a.b.c'])('is refused when its token is %j', async (token) => {
    const { status } = await look(token);
    expect(status).toBe(token === '' ? 400 : 403);
  });

  it('A12 asks for safe login data, and says what is wrong with them without being used up', async () => {
    const { token } = await invitedEmployee();
    const taken = await accept(token, { loginName: admin.loginName });
    expect(taken).toMatchObject({ status: 409, body: { code: 'name-taken' } });
    expect(await accept(token, { loginName: 'b o', password: 'short' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'loginName' }, { path: 'password' }] },
    });
    expect((await accept(token)).status).toBe(201);
  });

  it('A7 gives new login data to one who has some: the old ones, their sessions and devices are void', async () => {
    const { employeeId, mailAddress, token } = await invitedEmployee();
    const old = { loginName: `old.${employeeId}`, password: 'een eigen lange wachtzin' };
    const earlier = browserWith(functions, (await accept(token, old)).cookies);
    await invite(employeeId);
    const second = await tokenFor(mailAddress);
    expect((await look(second)).body.loginName).toBe(old.loginName);
    expect((await earlier(routes.getSession)).status).toBe(200);
    const same = { loginName: old.loginName.toUpperCase(), password: 'een andere lange wachtzin' };
    expect((await accept(second, same)).status).toBe(201);
    expect((await earlier(routes.getSession)).status).toBe(401);
    expect((await open(routes.logIn, { tenant: agency.slug, ...old })).status).toBe(401);

    await invite(employeeId);
    expect((await accept(await tokenFor(mailAddress), { loginName: `new.${employeeId}` })).status).toBe(201);
    expect(await table.get(keys.login(agency.tenant.tenantId, old.loginName.toLowerCase()))).toBeUndefined();
  });

  it('makes its employee count as an administrator once it is accepted, not before', async () => {
    const alone = await makeAgency(access);
    const first = await staffOf(functions, access, alone).administrator();
    const body = { name: 'Bo', language: 'nl', mailAddress: 'second@west.example', roles: [ADMINISTRATOR] };
    const { id: employeeId } = (await first.ask(routes.createEmployee, { body })).body;
    await first.ask(routes.changeSettings, { body: SETTINGS, ...version(0) });
    await invite(employeeId, first.ask);
    const leave = () => first.ask(routes.deactivateEmployee, { params: { employeeId: first.employeeId } });
    expect((await leave()).status).toBe(409);
    expect((await accept(await tokenFor('second@west.example'))).status).toBe(201);
    expect((await leave()).status).toBe(200);
  });

  it('A3 is kept as a hash alone, and leaves lines in the file and the audit trail without it', async () => {
    const { employeeId, token } = await invitedEmployee();
    await accept(token);
    const { items } = await table.query({
      partition: { pk: personPartition(agency.tenant.tenantId, employeeId) },
      limit: 20,
    });
    expect(JSON.stringify(items)).not.toContain(token.split('.')[2]);
    const lines = items.flatMap(({ action, kind, mail, by }) => (by ? [[action ?? kind, mail, by]] : []));
    expect(lines).toEqual([
      ['created', undefined, admin.employeeId],
      ['invited', undefined, admin.employeeId],
      ['invitation-accepted', undefined, employeeId],
      ['invitation-sent', 'sent', admin.employeeId],
      ['invitation-accepted', undefined, employeeId],
    ]);
  });
});

describe('an invitation that can’t be mailed', () => {
  it('is not made without an address, and leaves an earlier one as it was', async () => {
    const { employeeId, token } = await invitedEmployee();
    await ask(routes.changeEmployee, {
      ...{ params: { employeeId }, body: { name: 'Bo', language: 'nl' } },
      ...version(1),
    });
    const { body } = await invite(employeeId);
    expect(body).toEqual({ mail: { outcome: 'no-address', message: expect.any(String) } });
    expect((await look(token)).status).toBe(200);
  });

  it('E1-19 says so where no sender is set up', async () => {
    const other = await makeAgency(access);
    const { ask: by, employeeId } = await staffOf(functions, access, other).administrator();
    const change = { name: 'Anna', language: 'nl', mailAddress: 'anna@west.example', roles: [ADMINISTRATOR] };
    await by(routes.changeEmployee, { params: { employeeId }, body: change, ...version(1) });
    expect((await invite(employeeId, by)).body.mail.outcome).toBe('no-sender');
  });

  it('E1-12 stands when the mail service does not take the mail', async () => {
    const { employeeId } = await newEmployee();
    await server.stop();
    try {
      const { status, body } = await invite(employeeId);
      expect({ status, outcome: body.mail.outcome }).toEqual({ status: 200, outcome: 'not-confirmed' });
      expect(body.expiresAt).toBeDefined();
    } finally {
      await server.start();
    }
  });
});

it('nobody invites anew somebody who may do more', async () => {
  const manager = await staff.employee(ask, 'employees:read', 'employees:manage');
  expect(await invite(admin.employeeId, manager.ask)).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
});
