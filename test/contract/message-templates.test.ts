import { beforeAll, describe, expect, it } from 'vitest';
import { scopeNames } from '../../contract/permissions.ts';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { asSent } from '../support/offered-sms.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let agency: Awaited<ReturnType<typeof makeAgency>>;
let token: string;
beforeAll(async () => {
  functions = await loadFunctions(name);
  agency = await makeAgency(accessOn(table));
  token = (await agency.apiToken([...scopeNames])).token;
  await walletsOn(table).grant({ tenantId: agency.tenant.tenantId, grantId: 'test', credits: 100, at: new Date() });
});

function ask(route: Route, input: EventInput = {}, as = token) {
  const headers = { authorization: `Bearer ${as}`, 'idempotency-key': newId('key'), ...input.headers };
  return send(functions, route, { ...input, headers });
}
const MOBILE = { number: '06 12345678', mobile: true };
const LANDLINE = { number: '020 123 4567' };
const made = async (route: Route, body: object, params = {}): Promise<string> =>
  (await ask(route, { body, params })).body.id;
const worker = (fields: object = {}) =>
  made(routes.createWorker, { givenName: 'René', familyName: 'Jansen', language: 'nl', phones: [MOBILE], ...fields });
async function contact(fields: object = {}, ofCompany: object = {}) {
  const companyId = await made(routes.createCompany, { name: 'Bouw BV', phones: [MOBILE], ...ofCompany });
  const body = { givenName: 'Piet', familyName: 'Bos', language: 'nl', phones: [MOBILE], ...fields };
  return { companyId, contactId: await made(routes.createContact, body, { companyId }) };
}
const template = (fields: object) =>
  made(routes.createMessageTemplate, { name: newId('name'), for: 'worker', language: 'nl', text: 'Hallo', ...fields });
const post = (body: object, key: string = newId('key'), as = token) =>
  ask(routes.sendMessage, { body, headers: { 'idempotency-key': key } }, as);
const found = async (messageId: string) => (await ask(routes.getMessage, { params: { messageId } })).body;

describe('an SMS to a record', () => {
  it('E4-1 goes to the worker’s mobile number, and keeps whose it is', async () => {
    const to = await worker({ phones: [LANDLINE, { number: '0687654321' }, { ...MOBILE, private: true }, MOBILE] });
    const { status, body } = await post({ to, text: 'Goedemorgen' });
    expect({ status, to: body.to }).toEqual({ status: 202, to: '+31612345678' });
    expect(await found(body.id)).toMatchObject({ recordId: to, text: asSent('Goedemorgen'), category: 'operational' });
  });

  it('E4-1 goes to contacts, companies and employees too', async () => {
    const { companyId, contactId } = await contact();
    const employee = await agency.employee();
    for (const to of [companyId, contactId]) expect(await post({ to, text: 'Hallo' })).toMatchObject({ status: 202 });
    expect(await post({ to: employee.employeeId, text: 'Hallo' }, newId('key'), await employeesToken())).toMatchObject({
      status: 422,
      body: { code: 'no-mobile-number', errors: [{ path: 'to', message: 'It has no telephone number' }] },
    });
  });
  const employeesToken = async () => (await agency.apiToken(['messages:send', 'employees:read'])).token;

  it('E4-1 is refused with what is wrong with each number, and nothing is stored', async () => {
    const to = await worker({ phones: [LANDLINE, { number: '0612' }] });
    const before = (await ask(routes.listMessages)).body.items.length;
    expect(await post({ to, text: 'Hallo' })).toMatchObject({
      status: 422,
      body: {
        code: 'no-mobile-number',
        errors: [{ message: '020 123 4567 is no mobile number' }, { message: '0612 is no telephone number' }],
      },
    });
    expect((await ask(routes.listMessages)).body.items).toHaveLength(before);
  });

  it('is refused to who may not see such records, and for a record that there is not', async () => {
    const to = await worker();
    const { token: sender } = await agency.apiToken(['messages:send']);
    expect(await post({ to, text: 'Hallo' }, 'key', sender)).toMatchObject({
      status: 403,
      body: { code: 'not-permitted', errors: [{ path: 'permission', message: 'workers:read' }] },
    });
    expect(await post({ to: 'wrk_01JD0000000000000000000000', text: 'Hallo' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'to' }] },
    });
  });

  it('B6 gives the same answer to the same key, though the number is gone meanwhile', async () => {
    const to = await worker();
    const body = { to, text: 'Hallo' };
    const first = await post(body, 'same');
    const change = { givenName: 'René', familyName: 'Jansen', language: 'nl' };
    const headers = { 'if-match': '"1"' };
    expect((await ask(routes.changeWorker, { params: { workerId: to }, body: change, headers })).status).toBe(200);
    expect((await post(body, 'same')).body).toEqual(first.body);
    expect(await post({ ...body, text: 'Anders' }, 'same')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await post(body)).toMatchObject({ status: 422, body: { code: 'no-mobile-number' } });
  });
});

describe('templates of SMS', () => {
  it('E4-15 are made and changed with permission 150037, and seen by those who send', async () => {
    const body = { name: 'Dienst', for: 'worker', language: 'nl', text: 'Beste {{worker.givenName}}' };
    const { token: sender } = await agency.apiToken(['messages:send']);
    expect(await ask(routes.createMessageTemplate, { body }, sender)).toMatchObject({ status: 403 });
    const created = await ask(routes.createMessageTemplate, { body });
    expect(created).toMatchObject({
      status: 201,
      body: { ...body, category: 'operational', partsAtMost: 10, version: 1 },
    });
    const params = { messageTemplateId: created.body.id };
    expect((await ask(routes.getMessageTemplate, { params }, sender)).body).toEqual(created.body);
    const headers = { 'if-match': '"1"' };
    const changed = await ask(routes.changeMessageTemplate, { params, headers, body: { ...body, name: 'Dienst 2' } });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Dienst 2', version: 2 } });
    const { items } = (await ask(routes.listMessageTemplates, { query: { search: 'dienst' } }, sender)).body;
    expect(items).toMatchObject([{ name: 'Dienst 2' }]);
    expect(await ask(routes.removeMessageTemplate, { params, headers: { 'if-match': '"2"' } })).toMatchObject({
      status: 204,
    });
  });

  it.each([
    [
      'a field that there is not',
      'worker',
      'Hallo {{worker.shoeSize}}',
      /Line 1: \{\{worker\.shoeSize\}\} is no placeholder; there are worker\.name,/,
    ],
    [
      'a field of another kind of record',
      'company',
      'Hallo\n{{contact.name}}',
      /Line 2: \{\{contact\.name\}\} is no placeholder/,
    ],
    ['a brace that is not closed', 'worker', 'Hallo {{worker.name', /Line 1: \{\{ belongs to no placeholder/],
    [
      'more parts than it may have',
      'worker',
      'x'.repeat(161),
      /It has 2 parts before its fields are filled in, 1 at most/,
    ],
  ])('E3-3 are refused with %s when they are saved', async (_, kind, text, message) => {
    const body = { name: 'Fout', for: kind, language: 'nl', text, partsAtMost: 1 };
    expect(await ask(routes.createMessageTemplate, { body })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'text', message: expect.stringMatching(message) }] },
    });
  });

  it('E3-3 G1 are sent to one record, with its fields and those of what it belongs to; the message keeps what it is for', async () => {
    const branchId = await made(routes.createBranch, { name: 'Utrecht', phones: [{ number: '030 123 45 67' }] });
    const { employeeId } = await agency.employee();
    const to = await worker({ infix: 'van der', branchId, accountManagerId: employeeId });
    const text =
      '{{worker.givenName}} {{ worker.familyName }}, bel {{branch.name}}: {{branch.phone}}. {{employee.name}}, {{agency.name}}';
    const templateId = await template({ text, category: 'marketing' });
    const consent = { to, givenAt: '2026-11-01T09:00:00Z', source: 'Form on the website', textVersion: '1' };
    expect((await ask(routes.recordMarketingConsent, { body: consent })).status).toBe(200);
    const { body } = await post({ to, templateId });
    const wanted = `René van der Jansen, bel Utrecht: 030 123 45 67. Anna, ${agency.tenant.name}`;
    expect(await found(body.id)).toMatchObject({
      ...{ text: `${asSent(wanted)}\nGeen sms meer? Antwoord STOP`, to: '+31612345678' },
      ...{ templateId, recordId: to, category: 'marketing' },
    });
  });

  it('E3-3 for a contact name the company and its branch', async () => {
    const branchId = await made(routes.createBranch, { name: 'Utrecht' });
    const { contactId } = await contact({}, { branchId });
    const templateId = await template({ for: 'contact', text: '{{contact.name}}, {{company.name}}, {{branch.name}}' });
    const { body } = await post({ to: contactId, templateId });
    expect((await found(body.id)).text).toBe(asSent('Piet Bos, Bouw BV, Utrecht'));
  });

  it('E3-3 are not sent with a hole in the text: the preview shows what is missing', async () => {
    const to = await worker();
    const templateId = await template({ text: 'Bel {{branch.name}}' });
    expect(await post({ to, templateId })).toMatchObject({
      status: 422,
      body: { code: 'template-field-empty', errors: [{ message: 'Nothing is recorded for {{branch.name}}' }] },
    });
    const preview = await ask(routes.previewMessage, { body: { to, templateId } });
    expect(preview).toMatchObject({
      status: 200,
      body: { text: asSent('Bel {{branch.name}}'), missing: ['branch.name'], to: '+31612345678' },
    });
  });

  it('E3-3 are for one kind of record, and keep to the parts that they may have', async () => {
    const { contactId } = await contact();
    const templateId = await template({ text: '{{worker.name}} '.repeat(10), partsAtMost: 1 });
    expect(await post({ to: contactId, templateId })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'to' }] },
    });
    expect(await post({ to: '0612345678', templateId })).toMatchObject({ status: 400 });
    const to = await worker({ givenName: 'Wilhelmina Johanna' });
    expect(await post({ to, templateId })).toMatchObject({ status: 422, body: { code: 'text-too-long' } });
  });

  it('are an alternative to a text, not an addition', async () => {
    const to = await worker();
    const templateId = await template({});
    for (const body of [{ to }, { to, templateId, text: 'Hallo' }])
      expect(await post(body)).toMatchObject({ status: 400, body: { errors: [{ path: 'text' }] } });
  });
});

it('B1 whoever saves a template that sends at least once is warned, in their language; its messages say so', async () => {
  const fields = { name: newId('name'), for: 'worker', language: 'nl', text: 'Hallo' };
  const plain = await ask(routes.createMessageTemplate, { body: fields });
  expect(plain.body).toMatchObject({ delivery: 'at-most-once' });
  expect(plain.body).not.toHaveProperty('warning');

  const body = { ...fields, name: newId('name'), delivery: 'at-least-once' };
  const risky = await ask(routes.createMessageTemplate, { body, headers: { 'accept-language': 'nl' } });
  expect(risky).toMatchObject({ status: 201, body: { warning: expect.stringContaining('hoogstens 2 keer') } });
  const params = { messageTemplateId: risky.body.id };
  const headers = { 'if-match': `"${risky.body.version}"`, 'accept-language': 'en' };
  const changed = await ask(routes.changeMessageTemplate, { body: { ...body, text: 'Dag' }, params, headers });
  expect(changed.body.warning).toContain('at most 2 times');

  const sent = await ask(routes.sendMessage, { body: { to: await worker(), templateId: risky.body.id } });
  const found = await ask(routes.getMessage, { params: { messageId: sent.body.id } });
  expect(found.body).toMatchObject({ delivery: 'at-least-once', text: asSent('Dag') });
});
