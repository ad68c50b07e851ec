import { beforeAll, expect, it } from 'vitest';
import type { SendingRoute } from '../../contract/providers.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { OFFERED_SMS } from '../support/offered-sms.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

/** An agency with a signature and a fixed text, whose messages take these routes. */
async function setUp(by: readonly SendingRoute[]) {
  const messaging = { ...OFFERED_SMS.messaging, signature: 'Team West', fixedText: 'Niet beantwoorden' };
  const agency = await makeAgency(accessOn(table), 'optional', { ...OFFERED_SMS, messaging });
  const { tenantId } = agency.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 10, at: new Date() });
  await table.write({ update: keys.tenant(tenantId), change: { set: { routes: by } } });
  const system = { authorization: `Bearer ${(await agency.apiToken(['messages:send', 'messages:read'])).token}` };
  const session = await agency.session('employees:manage', 'employees:read');
  const employee = {
    headers: { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' },
    cookies: [`__Host-heraut=${session.token}`],
  };
  /** What is sent, which is what the preview showed. */
  async function textOf(login: { headers: Record<string, string>; cookies?: string[] }, more: object = {}) {
    const body = { to: '0612345678', text: 'Goedemorgen', ...more };
    const preview = await send(functions, routes.previewMessage, { ...login, body });
    const headers = { ...login.headers, 'idempotency-key': newId('key') };
    const sent = await send(functions, routes.sendMessage, { ...login, headers, body });
    const params = { messageId: sent.body.id };
    const { text } = (await send(functions, routes.getMessage, { headers: system, params })).body;
    expect(preview.body).toMatchObject({ text, credits: sent.body.credits });
    return text;
  }
  async function sign(smsSignature: string) {
    const { id } = (await send(functions, routes.getSession, employee)).body.employee;
    const params = { employeeId: id };
    const { body: me } = await send(functions, routes.getEmployee, { ...employee, params });
    const { name: called, language, phones, roles } = me;
    const headers = { ...employee.headers, 'if-match': `"${me.version}"` };
    const body = { name: called, language, phones, roles, smsSignature };
    const changed = await send(functions, routes.changeEmployee, { ...employee, headers, params, body });
    expect(changed).toMatchObject({ status: 200, body: { smsSignature } });
  }
  return { textOf, sign, system: { headers: system }, employee };
}

it('E4-3 the agency’s signature closes a text that goes by a web provider, above the sender name and the fixed text', async () => {
  const { textOf, system } = await setUp(['websms', 'modem']);
  expect(await textOf(system)).toBe('Goedemorgen\nTeam West\nWest\nNiet beantwoorden');
});

it('E4-3 an employee’s own signature takes the place of the agency’s, from the next request on', async () => {
  const { textOf, employee, sign } = await setUp(['websms']);
  expect(await textOf(employee)).toContain('\nTeam West\n');
  await sign('Anna van West');
  expect(await textOf(employee)).toBe('Goedemorgen\nAnna van West\nWest\nNiet beantwoorden');
});

it('E4-3 what goes by a SIM card has no signature, also where the message alone is to go by one', async () => {
  const { textOf, system } = await setUp(['modem', 'websms']);
  expect(await textOf(system)).toBe('Goedemorgen\nWest\nNiet beantwoorden');
  const other = await setUp(['websms']);
  expect(await other.textOf(other.system, { route: 'modem' })).toBe('Goedemorgen\nWest\nNiet beantwoorden');
});
