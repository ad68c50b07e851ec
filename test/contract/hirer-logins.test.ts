import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { anAddress, PASSWORD } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { dayIn, hirerAgency } from '../support/hirer-agency.ts';
import { startMailServer } from '../support/mail-server.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof hirerAgency>>;
beforeAll(async () => {
  mailServer = await startMailServer();
  functions = await loadFunctions(name, undefined, mailServer.url);
  agency = await hirerAgency(table, functions);
  const { version, ...settings } = (await agency.staff(routes.getSettings)).body;
  const mailSender = { name: 'West', address: 'noreply@west.example' };
  const body = { ...settings, correspondence: { ...settings.correspondence, mailSender } };
  const headers = { 'if-match': `"${version}"` };
  expect((await agency.staff(routes.changeSettings, { body, headers })).status).toBe(200);
});
afterAll(() => mailServer.stop());

let count = 0;
/** A contact with a mail address, and what staff do with the login. */
async function contact() {
  count += 1;
  const mailAddress = `visser${count}@vleeshal.example`;
  const companyId = await agency.company();
  const fields = { givenName: 'Piet', familyName: 'Visser', language: 'de', mailAddresses: [mailAddress] };
  const contactId = await agency.made(routes.createContact, fields, { companyId });
  const params = { companyId, contactId };
  const invite = () => agency.staff(routes.inviteContact, { params });
  const token = async () => {
    const mails = (await mailServer.mails()).filter(({ destination }) => destination.to.includes(mailAddress));
    return /\/invitation#(\S+)/.exec(mails.at(-1)?.body.text ?? '')?.[1] ?? '';
  };
  const login = async () => (await agency.staff(routes.getHirerLogin, { params })).body;
  const withdraw = () => agency.staff(routes.withdrawHirerLogin, { params });
  return { params, companyId, contactId, mailAddress, invite, token, login, withdraw };
}
const accept = (token: string, loginName: string) =>
  send(functions, routes.acceptInvitation, {
    body: { token, loginName, password: PASSWORD },
    address: anAddress(),
  });
/** A contact who was invited, and accepted. */
async function accepted() {
  const one = await contact();
  expect((await one.invite()).body.mail.outcome).toBe('sent');
  const loginName = `Piet.${one.contactId}`;
  const answer = await accept(await one.token(), loginName);
  expect(answer).toMatchObject({ status: 201, body: { contact: { id: one.contactId, companyId: one.companyId } } });
  return { ...one, loginName, ask: agency.browser(answer) };
}

describe('the login of a company’s contact', () => {
  it('is given by an invitation that staff mail, in the contact’s language, and opens the hirer’s view', async () => {
    const one = await contact();
    expect(await one.login()).toEqual({ status: 'none' });
    expect((await one.invite()).body.mail.outcome).toBe('sent');
    expect(await one.login()).toEqual({ status: 'none', invitedUntil: expect.any(String) });
    const answer = await accept(await one.token(), `Piet.${one.contactId}`);
    expect(answer.status).toBe(201);
    expect(await one.login()).toEqual({ status: 'enabled', loginName: `Piet.${one.contactId}` });
    const workerId = await agency.worker();
    await agency.place(workerId, one.companyId, dayIn(-1));
    const again = agency.browser(await agency.logIn(`piet.${one.contactId}`, PASSWORD));
    for (const ask of [agency.browser(answer), again])
      expect((await ask(routes.listPlacedWorkers)).body.items.map(({ id }: { id: string }) => id)).toEqual([workerId]);
  });

  it('A7 is taken away by staff at once, and nothing of it is left', async () => {
    const { ask, withdraw, login, loginName, contactId } = await accepted();
    expect((await ask(routes.listPlacedWorkers)).status).toBe(200);
    expect((await withdraw()).status).toBe(204);
    expect((await ask(routes.listPlacedWorkers)).status).toBe(401);
    expect((await agency.logIn(loginName, PASSWORD)).status).toBe(401);
    expect(await login()).toEqual({ status: 'withdrawn' });
    const { tenantId } = agency;
    expect(await table.get(keys.login(tenantId, loginName.toLowerCase()))).toBeUndefined();
    const { items } = await table.query({ partition: { pk: personPartition(tenantId, contactId) }, limit: 100 });
    expect(new Set(items.map(({ type }) => type))).toEqual(
      new Set(['contact', 'hirer-access', 'audit', 'notification']),
    );
    expect((await withdraw()).status).toBe(204);
  });

  it('A7 given anew makes nothing of before valid', async () => {
    const { ask, withdraw, invite, token, loginName } = await accepted();
    await withdraw();
    await invite();
    expect((await accept(await token(), loginName)).status).toBe(201);
    expect((await ask(routes.listPlacedWorkers)).status).toBe(401);
    expect((await agency.logIn(loginName, PASSWORD)).status).toBe(201);
  });

  it('is not given by an invitation that was withdrawn, nor when the contact is removed', async () => {
    const withdrawn = await contact();
    await withdrawn.invite();
    expect((await withdrawn.withdraw()).status).toBe(204);
    const removed = await contact();
    await removed.invite();
    const token = await removed.token();
    await agency.remove(routes.removeContact, removed.params);
    for (const one of [await withdrawn.token(), token])
      expect(await accept(one, `x.${crypto.randomUUID()}`)).toMatchObject({
        status: 403,
        body: { code: 'invitation-not-valid' },
      });
  });

  it('never outlives its contact, also when both are at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await contact();
      await one.invite();
      const loginName = `kort.${one.contactId}`;
      const headers = { 'if-match': '"1"' };
      const [taken, removed] = await Promise.all([
        accept(await one.token(), loginName),
        agency.staff(routes.removeContact, { params: one.params, headers }),
      ]);
      const gone = removed.status === 204;
      expect([204, 412]).toContain(removed.status);
      expect((await agency.logIn(loginName, PASSWORD)).status).toBe(gone ? 401 : 201);
      expect(gone && taken.status === 201 && (await agency.browser(taken)(routes.getSession)).status === 200).toBe(
        false,
      );
    }
  });

  it('belongs to a contact of that company', async () => {
    const [one, other] = [await contact(), await contact()];
    const params = { companyId: other.companyId, contactId: one.contactId };
    for (const route of [routes.inviteContact, routes.getHirerLogin, routes.withdrawHirerLogin])
      expect((await agency.staff(route, { params })).status).toBe(404);
  });

  it('is listed, with all others, page by page', async () => {
    const [one, two, out] = [await accepted(), await accepted(), await accepted()];
    await out.withdraw();
    const found: Record<string, string>[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor !== undefined && { cursor }) };
      const { body } = await agency.staff(routes.listHirerLogins, { query });
      expect(body.items.length).toBeLessThanOrEqual(2);
      found.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    const of = (contactId: string) => found.filter((item) => item['contactId'] === contactId);
    for (const { contactId, companyId, loginName } of [one, two])
      expect(of(contactId)).toEqual([{ contactId, companyId, loginName, givenName: 'Piet', familyName: 'Visser' }]);
    expect(of(out.contactId)).toEqual([]);
  });

  it('A20 has its lines in the audit trail: invited, accepted, withdrawn, each with who', async () => {
    const { contactId, withdraw } = await accepted();
    await withdraw();
    const partition = { pk: personPartition(agency.tenantId, contactId) };
    const sort = { attribute: 'sk', beginsWith: 'AUDIT#' };
    const { items } = await table.query({ partition, sort, limit: 100, consistent: true });
    expect(items.map(({ action, by }) => [action, String(by).slice(0, 4)])).toEqual([
      ['created', 'tok_'],
      ['invited', 'tok_'],
      ['invitation-accepted', 'con_'],
      ['hirer-login-withdrawn', 'tok_'],
    ]);
  });
});
