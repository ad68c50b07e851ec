import { beforeAll, describe, expect, it } from 'vitest';
import { scopeNames } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { tenantPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let token: string;
let tenantId: string;
let employeeId: string;
beforeAll(async () => {
  functions = await loadFunctions(name);
  const agency = await makeAgency(accessOn(table));
  tenantId = agency.tenant.tenantId;
  employeeId = (await agency.employee()).employeeId;
  const scopes = [...scopeNames];
  token = (await agency.apiToken(scopes)).token;
});

function ask(route: Route, input: EventInput = {}) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID(), ...input.headers };
  return send(functions, route, { ...input, headers });
}
const version = (number: number) => ({ headers: { 'if-match': `"${number}"` } });
const worker = (familyName: string, givenName = 'Jan') => ({ givenName, familyName, language: 'nl' });

async function made(route: Route, body: object, params: Record<string, string> = {}) {
  const answer = await ask(route, { body, params });
  expect(answer).toMatchObject({ status: 201, headers: { etag: '"1"' } });
  return answer.body;
}
async function names(search: string, limit = 100): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const query: Record<string, string> = { search, limit: String(limit), ...(cursor !== undefined && { cursor }) };
    const { body } = await ask(routes.listWorkers, { query });
    expect(body.items.length).toBeLessThanOrEqual(limit);
    for (const { givenName, familyName } of body.items) found.push(`${givenName} ${familyName}`);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return found;
}

const WHOLE_WORKER = {
  givenName: 'Łucja',
  infix: 'van der',
  familyName: 'Żak',
  language: 'pl',
  birthDate: '1990-02-28',
  birthPlace: 'Gdańsk',
  nationality: 'PL',
  maritalStatus: 'married',
  bankAccount: 'PL61109010140000071219812874',
  identityDocument: { kind: 'passport', number: 'ZE8000509', country: 'PL', validUntil: '2031-05-01' },
  addresses: [
    { kind: 'home', street: 'Kerkstraat', houseNumber: '1-bis', postalCode: '3511 AA', city: 'Utrecht', country: 'NL' },
  ],
  phones: [{ number: '+31612345678', mobile: true, private: true }],
  mailAddresses: ['lucja@example.com', 'zak@example.org'],
  externalLinks: [{ company: 'De Brug', package: 'Payroll', value: '4711' }],
};

describe('a worker’s file', () => {
  it('E1-20 is kept whole, each field, and read again as it was given', async () => {
    const branch = await made(routes.createBranch, { name: 'Utrecht' });
    const body = { ...WHOLE_WORKER, branchId: branch.id, accountManagerId: employeeId };
    const worker = await made(routes.createWorker, body);
    expect(worker).toMatchObject({ ...body, version: 1, changedBy: expect.stringMatching(/^tok_/) });
    expect((await ask(routes.getWorker, { params: { workerId: worker.id } })).body).toEqual(worker);
  });

  it('is made once for a key, however often it is asked for at once', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = worker('Eenmalig');
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(routes.createWorker, { body, headers })));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await names('eenmalig')).toEqual(['Jan Eenmalig']);
    const other = await ask(routes.createWorker, { body: worker('Anders'), headers });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('two editors do not overwrite each other: one of two changes at once is refused', async () => {
    const { id: workerId } = await made(routes.createWorker, worker('Gelijktijdig'));
    const change = (familyName: string) =>
      ask(routes.changeWorker, { params: { workerId }, body: worker(familyName), ...version(1) });
    const answers = await Promise.all([change('Een'), change('Twee')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [done] = answers.filter(({ status }) => status === 200);
    expect(done?.headers['etag']).toBe('"2"');
    expect((await ask(routes.getWorker, { params: { workerId } })).body).toEqual(done?.body);
  });

  it('a change that changes nothing leaves its version', async () => {
    const { id: workerId } = await made(routes.createWorker, worker('Zelfde'));
    const same = await ask(routes.changeWorker, { params: { workerId }, body: worker('Zelfde'), ...version(1) });
    expect(same).toMatchObject({ status: 200, headers: { etag: '"1"' } });
  });

  it('leaves a line of the audit trail for each change, with names of fields and no value', async () => {
    const { id: workerId } = await made(routes.createWorker, WHOLE_WORKER);
    const params = { workerId };
    const changed = { ...WHOLE_WORKER, bankAccount: 'NL91ABNA0417164300', birthPlace: 'Sopot' };
    expect((await ask(routes.changeWorker, { params, body: changed, ...version(1) })).status).toBe(200);
    expect((await ask(routes.removeWorker, { params, ...version(2) })).status).toBe(204);
    const { items } = await table.query({
      partition: { pk: `${tenantPartition(tenantId)}#${workerId}` },
      sort: { attribute: 'sk', beginsWith: 'AUDIT#' },
      limit: 10,
    });
    expect(items.map(({ action, changed: fields, by }) => ({ action, fields, by }))).toEqual([
      { action: 'created', by: expect.stringMatching(/^tok_/) },
      { action: 'changed', fields: ['bankAccount', 'birthPlace'], by: expect.stringMatching(/^tok_/) },
      { action: 'removed', by: expect.stringMatching(/^tok_/) },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/ABNA|Sopot|Żak/);
  });

  it.each([
    ['bankAccount', 'NL00ABNA0417164300', 'check digits'],
    ['birthDate', '1990-02-30', '1990-12-31'],
    ['nationality', 'nl', 'two capital letters'],
    ['mailAddresses', ['a@example.com', 'A@example.com'], 'each address once'],
    ['mailAddresses', ['not an address'], 'no mail address'],
    ['familyName', 'a\nb', 'line breaks'],
    ['phones', Array.from({ length: 11 }, () => ({ number: '1' })), '10 numbers at most'],
    ['branchId', 'brn_01JD0000000000000000000000', 'There is no brn_01JD0000000000000000000000'],
    ['accountManagerId', 'emp_01JD0000000000000000000000', 'There is no emp_01JD0000000000000000000000'],
  ])('is refused with a wrong %s: %j', async (field, value, message) => {
    const { status, body } = await ask(routes.createWorker, { body: { ...WHOLE_WORKER, [field]: value } });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { path: expect.stringMatching(new RegExp(`^${field}`)), message: expect.stringContaining(message) },
    ]);
  });
});

describe('a search', () => {
  beforeAll(async () => {
    for (const [given, family] of [
      ['Jan', 'Jansen'],
      ['Janina', 'Kowalska'],
      ['Łukasz', 'Janowicz'],
      ['Piet', 'Bakker'],
    ])
      await made(routes.createWorker, worker(`${family} Zoekproef`, given));
  });

  it('finds beginnings of words, in any order, without accents, each worker once', async () => {
    expect(await names('zoekproef jan')).toHaveLength(3);
    expect(new Set(await names('zoekproef jan'))).toEqual(
      new Set(['Jan Jansen Zoekproef', 'Janina Kowalska Zoekproef', 'Łukasz Janowicz Zoekproef']),
    );
    expect(await names('zoek LUKA')).toEqual(['Łukasz Janowicz Zoekproef']);
    expect(await names('zoekproef nobody')).toEqual([]);
  });

  it('gives the same by pages of one as at once', async () => {
    expect(await names('zoek', 1)).toEqual(await names('zoek'));
    expect((await names('jan', 1)).sort()).toEqual((await names('jan')).sort());
  });

  it('follows a change of name, and forgets who was removed', async () => {
    const { id: workerId } = await made(routes.createWorker, worker('Meisjesnaam'));
    await ask(routes.changeWorker, { params: { workerId }, body: worker('Trouwnaam'), ...version(1) });
    expect(await names('meisjesnaam')).toEqual([]);
    expect(await names('trouwnaam')).toEqual(['Jan Trouwnaam']);
    await ask(routes.removeWorker, { params: { workerId }, ...version(2) });
    expect(await names('trouwnaam')).toEqual([]);
  });

  it('without words lists all by family name', async () => {
    const { body } = await ask(routes.listWorkers, { query: { limit: '100' } });
    const sorted = body.items.map((one: { familyName: string }) => one.familyName);
    expect(sorted).toEqual([...sorted].sort(new Intl.Collator('en', { sensitivity: 'base' }).compare));
    expect(body.items.length).toBeGreaterThan(5);
  });
});

describe('what refers to something else', () => {
  it('keeps it from being removed until it is gone itself', async () => {
    const company = await made(routes.createCompany, { name: 'Bouwbedrijf Vecht', kvkNumber: '00123456' });
    const person = await made(routes.createWorker, worker('Geplaatst'));
    const placing = { workerId: person.id, companyId: company.id, function: 'Timmerman', from: '2026-11-02' };
    const placement = await made(routes.createPlacement, placing);
    for (const [route, params] of [
      [routes.removeCompany, { companyId: company.id }],
      [routes.removeWorker, { workerId: person.id }],
    ] as const)
      expect(await ask(route, { params, ...version(1) })).toMatchObject({
        status: 409,
        body: { code: 'still-in-use' },
      });
    for (const route of [routes.listPlacementsOfWorker, routes.listPlacementsAtCompany]) {
      const { body } = await ask(route, { params: { workerId: person.id, companyId: company.id } });
      expect(body.items).toEqual([placement]);
    }
    expect((await ask(routes.removePlacement, { params: { placementId: placement.id }, ...version(1) })).status).toBe(
      204,
    );
    expect((await ask(routes.removeCompany, { params: { companyId: company.id }, ...version(1) })).status).toBe(204);
  });

  it('is not made when that is removed at the same moment: never a placement at a company that is gone', async () => {
    for (let round = 0; round < 10; round++) {
      const company = await made(routes.createCompany, { name: 'Kortstondig' });
      const person = await made(routes.createWorker, worker('Kort'));
      const placing = { workerId: person.id, companyId: company.id, function: 'Inpakker', from: '2026-11-02' };
      const [placed, removed] = await Promise.all([
        ask(routes.createPlacement, { body: placing }),
        ask(routes.removeCompany, { params: { companyId: company.id }, ...version(1) }),
      ]);
      expect([`${placed.status} ${removed.status}`]).toEqual([expect.stringMatching(/^(201 409|400 204)$/)]);
    }
  });

  it('a contact belongs to its company: by another one’s address there is none', async () => {
    const company = await made(routes.createCompany, { name: 'Eigen' });
    const other = await made(routes.createCompany, { name: 'Ander' });
    const contact = await made(
      routes.createContact,
      { familyName: 'Visser', language: 'nl', payInquiries: true, mailAddresses: ['visser@example.com'] },
      { companyId: company.id },
    );
    expect(contact).toMatchObject({ companyId: company.id, payInquiries: true });
    const params = { companyId: other.id, contactId: contact.id };
    expect((await ask(routes.getContact, { params })).status).toBe(404);
    expect((await ask(routes.removeContact, { params, ...version(1) })).status).toBe(404);
  });

  it('a placement keeps its worker and its company, and ends on its first day at the earliest', async () => {
    const company = await made(routes.createCompany, { name: 'Blijvend' });
    const [one, other] = [
      await made(routes.createWorker, worker('Een')),
      await made(routes.createWorker, worker('Ander')),
    ];
    const placing = { workerId: one.id, companyId: company.id, function: 'Kok', from: '2026-11-02' };
    const { id: placementId } = await made(routes.createPlacement, placing);
    const change = (body: object) => ask(routes.changePlacement, { params: { placementId }, body, ...version(1) });
    expect((await change({ ...placing, workerId: other.id })).body.errors).toEqual([
      { path: 'workerId', message: expect.stringContaining('make another placement') },
    ]);
    expect((await change({ ...placing, until: '2026-11-01' })).body.errors).toEqual([
      { path: 'until', message: expect.stringContaining('first day') },
    ]);
    expect(await change({ ...placing, until: '2026-11-02' })).toMatchObject({
      status: 200,
      body: { until: '2026-11-02' },
    });
  });
});
