import { beforeAll, describe, expect, it } from 'vitest';
import type { Permission } from '../../contract/permissions.ts';
import { routes } from '../../contract/routes/index.ts';
import { SMS_RESPONSIBILITY_VERSION, smsResponsibilityTexts } from '../../contract/sms-responsibility.ts';
import { createRole } from '../../functions/domain/directory/roles/keep-role.ts';
import { NO_MESSAGING } from '../../functions/domain/messaging/settings/model.ts';
import { accessOn, almighty, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { asSent, OFFERED_SMS } from '../support/offered-sms.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
const access = accessOn(table);
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

const ON = { serviceOn: true, offered: true, senderName: 'West' };

/** An agency with an administrator of its settings, and an employee without a single permission. */
async function agencyWith(sms = OFFERED_SMS) {
  const agency = await makeAgency(access, 'optional', sms);
  const { tenantId } = agency.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 100, at: new Date() });
  const cookieOf = ({ token }: { readonly token: string }) => {
    const headers = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' };
    return { headers, cookies: [`__Host-heraut=${token}`] };
  };
  const as = async (...permissions: Permission[]) => cookieOf(await agency.session(...permissions));
  const asRole = async (roleId: string) => cookieOf(await agency.sessionWith(roleId));
  const [administrator, employee] = [await as('settings:manage', 'messages:menu'), await as()];
  const settings = async () => (await send(functions, routes.getMessagingSettings, administrator)).body;
  async function change(body: object, version?: number) {
    const tag = `"${version ?? (await settings()).version}"`;
    const headers = { ...administrator.headers, 'if-match': tag };
    return send(functions, routes.changeMessagingSettings, { ...administrator, headers, body });
  }
  const sendOne = (login: Login = employee, more: object = {}) =>
    send(functions, routes.sendMessage, {
      ...login,
      headers: { ...login.headers, 'idempotency-key': newId('key') },
      body: { to: '0612345678', text: 'Goedemorgen', ...more },
    });
  return { ...agency, as, asRole, administrator, employee, settings, change, send: sendOne };
}
interface Login {
  readonly headers: Record<string, string>;
  readonly cookies?: string[];
}
const withToken = ({ token }: { readonly token: string }): Login => ({ headers: { authorization: `Bearer ${token}` } });
const session = async (login: Login) => (await send(functions, routes.getSession, login)).body;
const services = async (login: Login) => (await send(functions, routes.listMessagingServices, login)).body.items;

describe('the settings of SMS', () => {
  it('E0-6 E3-12 can be offered only after the responsibility was accepted, and with a sender name of 11 characters at most', async () => {
    const agency = await agencyWith(NO_MESSAGING);
    expect(await agency.settings()).toMatchObject({ serviceOn: false, offered: false, version: 0 });
    expect(await agency.change(ON)).toMatchObject({ status: 409, body: { code: 'responsibility-not-accepted' } });

    const accept = () =>
      send(functions, routes.acceptSmsResponsibility, {
        ...agency.administrator,
        body: { textVersion: SMS_RESPONSIBILITY_VERSION },
      });
    const first = await accept();
    expect(first).toMatchObject({
      status: 200,
      body: { responsibility: { accepted: { by: expect.stringMatching(/^emp_/) } } },
    });
    expect((await accept()).body).toEqual(first.body);

    for (const senderName of [undefined, 'Uitzendburea', '06-12345', 'West!'])
      expect(await agency.change({ ...ON, senderName })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'senderName' }] },
      });
    expect(await agency.change(ON)).toMatchObject({
      status: 200,
      body: { ...ON, version: 1 },
      headers: { etag: '"1"' },
    });
    expect(await agency.settings()).toMatchObject({ ...ON, responsibility: first.body.responsibility });
    expect(await agency.change(ON, 0)).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
  });

  it('E3-12 tells all staff what somebody has to accept first, in their language, with whose terms hold, until it is accepted', async () => {
    const agency = await agencyWith(NO_MESSAGING);
    const headers = { ...agency.employee.headers, 'accept-language': 'de' };
    const [before] = await services({ ...agency.employee, headers });
    expect(before).toMatchObject({
      maySend: false,
      toAccept: { textVersion: SMS_RESPONSIBILITY_VERSION, routes: ['modem'] },
    });
    expect(before.toAccept.text).toBe(smsResponsibilityTexts.de);
    const body = { textVersion: before.toAccept.textVersion };
    const accept = (login: Login) => send(functions, routes.acceptSmsResponsibility, { ...login, body });
    expect(await accept(agency.employee)).toMatchObject({ status: 403 });
    expect(await accept(agency.administrator)).toMatchObject({ status: 200 });
    expect((await services(agency.employee))[0]).not.toHaveProperty('toAccept');
  });

  it('E3-12 is accepted by a person, in the version of the text that is shown, with the terms that were linked', async () => {
    const agency = await agencyWith(NO_MESSAGING);
    const providerTerms = 'https://provider.example/terms';
    await agency.change({ serviceOn: true, offered: false, providerTerms });
    const system = withToken(await agency.apiToken(['settings:manage']));
    const ask = (login: object, textVersion: string) =>
      send(functions, routes.acceptSmsResponsibility, { ...login, body: { textVersion } });
    expect(await ask(system, SMS_RESPONSIBILITY_VERSION)).toMatchObject({ status: 403 });
    expect(await ask(agency.administrator, '2020-01')).toMatchObject({ status: 400 });
    expect((await ask(agency.administrator, SMS_RESPONSIBILITY_VERSION)).body.responsibility.accepted).toMatchObject({
      textVersion: SMS_RESPONSIBILITY_VERSION,
      providerTerms,
    });
  });

  it('A20 are changed with a line in the audit trail that names the fields', async () => {
    const agency = await agencyWith();
    await agency.change({ ...ON, fixedText: 'Antwoord niet' });
    const login = await agency.as('audit:read');
    const { body } = await send(functions, routes.listAuditLines, {
      ...login,
      query: { record: 'messaging-settings' },
    });
    expect(body.items).toMatchObject([
      { action: 'changed', changed: ['fixedText', 'senderNameChangeable'], record: 'messaging-settings' },
    ]);
  });
});

describe('who may send', () => {
  it('E0-2 E0-4 is nobody while it is not offered, from the next request on; the route and the session say why', async () => {
    const agency = await agencyWith();
    const system = withToken(await agency.apiToken(['messages:send']));
    for (const login of [agency.employee, system]) expect(await agency.send(login)).toMatchObject({ status: 202 });

    await agency.change({ ...ON, offered: false });
    for (const login of [agency.employee, agency.administrator, system]) {
      expect(await agency.send(login)).toMatchObject({ status: 403, body: { code: 'sms-not-offered' } });
      const { permissions, withheld } = await session(login);
      expect(permissions).not.toContain('messages:send');
      expect(withheld).toEqual([{ permission: 'messages:send', code: 'sms-not-offered' }]);
      expect(await services(login)).toMatchObject([{ service: 'sms', maySend: false, whyNot: 'sms-not-offered' }]);
    }
    await agency.change(ON);
    expect(await agency.send()).toMatchObject({ status: 202 });
    expect(await services(agency.employee)).toMatchObject([{ maySend: true, price: { credits: 1, per: 'message' } }]);
  });

  it('E0-3 is everyone without a role, and with one those alone who have it', async () => {
    const agency = await agencyWith();
    const { tenantId } = agency.tenant;
    const permissions: Permission[] = ['credits:read'];
    const planner = await createRole(access, almighty(tenantId), { name: 'Planner', permissions });
    expect(await agency.send()).toMatchObject({ status: 202 });

    const unknown = 'rol_01JD0000000000000000000000';
    expect(await agency.change({ ...ON, senderRole: unknown })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'senderRole', message: `There is no ${unknown}` }] },
    });
    expect(await agency.change({ ...ON, senderRole: planner.id })).toMatchObject({ status: 200 });
    expect(await agency.send()).toMatchObject({ status: 403, body: { code: 'sms-role-missing' } });
    const withRole = await agency.asRole(planner.id);
    expect(await agency.send(withRole)).toMatchObject({ status: 202 });
    const system = withToken(await agency.apiToken(['messages:send']));
    expect(await agency.send(system)).toMatchObject({ status: 202 });
  });

  it('E0-3 keeps the role that is named from being removed', async () => {
    const agency = await agencyWith();
    const { id } = await createRole(access, almighty(agency.tenant.tenantId), { name: 'Planner', permissions: [] });
    const roles = await agency.as('roles:manage');
    const remove = () =>
      send(functions, routes.removeRole, {
        ...roles,
        params: { roleId: id },
        headers: { ...roles.headers, 'if-match': '"1"' },
      });
    await agency.change({ ...ON, senderRole: id });
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'still-in-use' } });
    await agency.change(ON);
    expect(await remove()).toMatchObject({ status: 204 });
  });

  it('E4-15 E4-16 is nobody while variable 1400 is off, and the menu item goes with it', async () => {
    const agency = await agencyWith();
    expect((await session(agency.administrator)).permissions).toContain('messages:menu');
    await agency.change({ ...ON, serviceOn: false });
    expect(await agency.send()).toMatchObject({ status: 403, body: { code: 'sms-service-off' } });
    const { permissions, withheld } = await session(agency.administrator);
    expect(permissions).not.toContain('messages:menu');
    expect(withheld).toContainEqual({ permission: 'messages:menu', code: 'sms-service-off' });
  });

  it('leaves what was accepted before to be cancelled, though the service is off', async () => {
    const agency = await agencyWith();
    const { body } = await agency.send();
    await agency.change({ ...ON, serviceOn: false });
    const params = { messageId: body.id };
    expect(await send(functions, routes.cancelMessage, { ...agency.employee, params })).toMatchObject({
      status: 202,
      body: { state: 'cancelled' },
    });
  });

  it('E3-10 sees whether the list of SMS is in the menu', async () => {
    const agency = await agencyWith();
    expect(await services(agency.employee)).toMatchObject([{ listInMenu: true }]);
    await agency.change({ ...ON, listInMenu: false });
    expect(await services(agency.employee)).toMatchObject([{ listInMenu: false }]);
  });
});

describe('what is sent', () => {
  const FIXED = 'Antwoord niet mogelijk';

  it('E0-6 E4-7 is the text, the sender name as a line, and the fixed text, as the preview shows', async () => {
    const agency = await agencyWith();
    await agency.change({ ...ON, senderNameShown: 'sender', fixedText: FIXED });
    const text = 'x'.repeat(160);
    const preview = await send(functions, routes.previewMessage, { ...agency.employee, body: { text } });
    const wanted = `${text}\nWest\n${FIXED}`;
    expect(preview).toMatchObject({ status: 200, body: { text: wanted, alphabet: 'gsm7', units: 188, credits: 1 } });
    expect(preview.body.parts.join('')).toBe(wanted);

    const { body } = await agency.send(agency.employee, { text });
    expect(body).toMatchObject({ parts: 2, credits: 1 });
    const reader = await agency.as('messages:read');
    const found = await send(functions, routes.getMessage, { ...reader, params: { messageId: body.id } });
    expect(found.body.text).toBe(wanted);
  });

  it('E0-7 bears another sender name only where that is allowed', async () => {
    const agency = await agencyWith();
    await agency.change(ON);
    expect(await agency.send(agency.employee, { senderName: 'Oost' })).toMatchObject({
      status: 422,
      body: { code: 'sender-name-fixed', errors: [{ path: 'senderName', message: 'It is West' }] },
    });
    expect(await agency.send(agency.employee, { senderName: 'West' })).toMatchObject({ status: 202 });
    await agency.change({ ...ON, senderNameChangeable: true });
    const body = { text: 'Hallo', senderName: 'Oost' };
    const preview = await send(functions, routes.previewMessage, { ...agency.employee, body });
    expect(preview.body.text).toBe(asSent('Hallo', 'Oost'));
    expect(await agency.send(agency.employee, body)).toMatchObject({ status: 202 });
  });
});
