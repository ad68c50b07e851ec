import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys, listPartition, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import { Table } from '../../functions/adapters/dynamodb/table.ts';
import { lists } from '../../functions/domain/directory/entries/kinds.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { PASSWORD } from '../support/agency.ts';
import { loadFunctions } from '../support/functions.ts';
import { dayIn, hirerAgency, WHOLE_WORKER } from '../support/hirer-agency.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof hirerAgency>>;
let here: string;
let elsewhere: string;
let ask: Awaited<ReturnType<typeof agency.hirer>>['ask'];
beforeAll(async () => {
  functions = await loadFunctions(name);
  agency = await hirerAgency(table, functions);
  [here, elsewhere] = [await agency.company(), await agency.company('Bakkerij')];
  ({ ask } = await agency.hirer(here));
});

let count = 0;
/** Placed now, with the consent given. */
async function placed(companyId = here) {
  count += 1;
  const familyName = `Zoek${count}`;
  const workerId = await agency.worker({ ...WHOLE_WORKER, familyName });
  await agency.place(workerId, companyId, dayIn(-20), dayIn(20));
  await agency.consent(workerId, true);
  return { workerId, familyName };
}
const view = (workerId: string, as = ask) => as(routes.getPlacedWorker, { params: { workerId } });
const search = async (text: string, as = ask) => (await as(routes.listPlacedWorkers, { query: { search: text } })).body;

it('G6 a search finds nobody by what is not shown in the list', async () => {
  const { familyName } = await placed();
  for (const hidden of [
    'Gdańsk',
    'PL',
    'SPECI2014',
    'PL61109010140000071219812874',
    'married',
    'Amsterdam',
    'lucja@example',
  ])
    expect(await search(hidden)).toEqual({ items: [] });
  expect((await search(`lucja ${familyName}`)).items).toHaveLength(1);
});

it('G6 pages hold each worker once, whatever their length, and nobody who is not placed here', async () => {
  const company = await agency.company('Drukkerij');
  const { ask: reader } = await agency.hirer(company);
  const shown: string[] = [];
  for (let number = 0; number < 7; number++) {
    const workerId = await agency.worker({ ...WHOLE_WORKER, familyName: `Blad${number}` });
    await agency.place(workerId, company, dayIn(-40), dayIn(-30));
    if (number % 3 === 0) await agency.place(workerId, company, dayIn(30));
    else {
      await agency.place(workerId, company, dayIn(-1));
      await agency.place(workerId, company, dayIn(-3), dayIn(3));
      shown.push(workerId);
    }
  }
  for (const limit of [1, 2, 3, 4, 100]) {
    const seen: { id: string; placements: unknown[] }[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: String(limit), ...(cursor !== undefined && { cursor }) };
      const { status, body, headers } = await reader(routes.listPlacedWorkers, { query });
      expect({ status, cache: headers['cache-control'] }).toEqual({ status: 200, cache: 'no-store' });
      expect(body.items.length).toBeLessThanOrEqual(limit);
      seen.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(seen.map(({ id }) => id)).toEqual(shown);
    expect(seen.map(({ placements }) => placements.length)).toEqual(shown.map(() => 2));
  }
});

it('G6 E1-7 a withdrawn consent counts with the next request, whoever withdraws it', async () => {
  const { workerId } = await placed();
  expect((await view(workerId)).body).toHaveProperty('bankAccount');
  await agency.consent(workerId, false);
  expect((await view(workerId)).body).not.toHaveProperty('bankAccount');
});

it('G6 a placement that is ended or removed counts with the next request', async () => {
  const workerId = await agency.worker();
  const placementId = await agency.place(workerId, here, dayIn(-5));
  const change = (until: string, version: number) =>
    agency.staff(routes.changePlacement, {
      params: { placementId },
      headers: { 'if-match': `"${version}"` },
      body: { workerId, companyId: here, function: 'Inpakker', from: dayIn(-5), until },
    });
  expect((await view(workerId)).status).toBe(200);
  expect((await change(dayIn(-1), 1)).status).toBe(200);
  expect((await view(workerId)).status).toBe(404);
  expect((await change(dayIn(1), 2)).status).toBe(200);
  expect((await view(workerId)).status).toBe(200);
  const headers = { 'if-match': '"3"' };
  expect((await agency.staff(routes.removePlacement, { params: { placementId }, headers })).status).toBe(204);
  expect((await view(workerId)).status).toBe(404);
});

it('G6 a removed worker, and one of another agency, are as one that there never was', async () => {
  const workerId = await agency.worker();
  const placementId = await agency.place(workerId, here, dayIn(-5));
  expect((await view(workerId)).status).toBe(200);
  await agency.remove(routes.removePlacement, { placementId });
  await agency.remove(routes.removeWorker, { workerId });
  const nobody = await view('wrk_01JD0000000000000000000000');
  expect(await view(workerId)).toEqual(nobody);

  const other = await hirerAgency(table, functions);
  const [theirs, company] = [await other.worker(), await other.company()];
  await other.place(theirs, company, dayIn(-5));
  expect((await view(theirs, (await other.hirer(company)).ask)).status).toBe(200);
  expect(await view(theirs)).toEqual(nobody);
});

it('A7 a removed contact, and so one of a removed company, is out with the next request', async () => {
  const companyId = await agency.company('Opgeheven');
  const { ask: gone, contactId, loginName } = await agency.hirer(companyId);
  expect((await gone(routes.listPlacedWorkers)).status).toBe(200);
  const headers = { 'if-match': '"1"' };
  const refused = await agency.staff(routes.removeCompany, { params: { companyId }, headers });
  expect(refused).toMatchObject({ status: 409, body: { code: 'still-in-use' } });
  await agency.remove(routes.removeContact, { companyId, contactId });
  expect((await gone(routes.listPlacedWorkers)).status).toBe(401);
  await agency.remove(routes.removeCompany, { companyId });
  expect((await gone(routes.getSession)).status).toBe(401);
  const { tenantId } = agency;
  expect(await table.get(keys.login(tenantId, loginName))).toBeUndefined();
  expect(await table.get(keys.hirerAccess(tenantId, contactId))).toBeUndefined();
  expect((await (await agency.loggedIn(loginName))(routes.getSession)).status).toBe(401);
});

describe('the audit trail', () => {
  const lines = async (subjectId: string) => {
    const pk = personPartition(agency.tenantId, subjectId);
    const sort = { attribute: 'sk', beginsWith: 'AUDIT#' };
    return (await table.query({ partition: { pk }, sort, limit: 100, consistent: true })).items;
  };

  it('G6 has who saw which fields of a worker, and when', async () => {
    const { contactId, ask: reader } = await agency.hirer(here);
    const { workerId } = await placed();
    const before = new Date().toISOString();
    const { body } = await view(workerId, reader);
    const seen = (await lines(workerId)).filter(({ action }) => action === 'seen-by-hirer');
    expect(seen).toEqual([
      expect.objectContaining({ by: contactId, requestId: 'req-1', shown: { fields: Object.keys(body).sort() } }),
    ]);
    expect(String(seen[0]?.['at']) >= before).toBe(true);
    expect(JSON.stringify(seen)).not.toContain(WHOLE_WORKER.bankAccount);
  });

  it('G6 has one line for a page, with those in it', async () => {
    const company = await agency.company('Wasserij');
    const { contactId, ask: reader } = await agency.hirer(company);
    const workers = [await agency.worker(), await agency.worker()];
    for (const workerId of workers) await agency.place(workerId, company, dayIn(-5));
    await reader(routes.listPlacedWorkers);
    const fields = ['familyName', 'givenName', 'id', 'infix', 'placements'];
    expect((await lines(company)).filter(({ action }) => action === 'listed-by-hirer')).toEqual([
      expect.objectContaining({ by: contactId, shown: { fields, of: workers } }),
    ]);
  });

  it('G6 has nothing of a worker who was not shown', async () => {
    const { workerId } = await placed(elsewhere);
    expect((await view(workerId)).status).toBe(404);
    expect((await lines(workerId)).map(({ action }) => action)).not.toContain('seen-by-hirer');
  });
});

it('a contact may do nothing that is for staff or workers', async () => {
  const { contactId, loginName, ask: contact } = await agency.hirer(here);
  expect((await contact(routes.getSession)).body).toMatchObject({
    contact: { id: contactId, name: 'Piet Visser', loginName, companyId: here },
    permissions: [],
  });
  for (const route of Object.values(routes) as Route[]) {
    if (['open', 'login', 'hirer'].includes(route.access)) continue;
    const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => [param, 'x']));
    const { status, body } = await contact(route, { params, headers: { 'idempotency-key': 'a', 'if-match': '"1"' } });
    expect({ route: route.path, status, code: body.code }).toEqual({
      route: route.path,
      status: 403,
      code: 'not-permitted',
    });
  }
});

it('nobody but a contact sees what hirers see', async () => {
  for (const route of [routes.listPlacedWorkers, routes.getPlacedWorker]) {
    const { status, body } = await agency.staff(route, { params: { workerId: 'wrk_01JD0000000000000000000000' } });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'not-permitted' });
  }
});

it('A10 A5 a contact’s wrong, locked and unknown logins are answered alike', async () => {
  const { loginName } = await agency.hirer(here);
  const unknown = await agency.logIn('niemand', 'fout');
  for (let round = 0; round < 3; round++) expect(await agency.logIn(loginName, `fout ${round}`)).toEqual(unknown);
  expect(await agency.logIn(loginName, PASSWORD)).toEqual(unknown);
});

describe('the way from a company to those placed there', () => {
  const DAY_SECONDS = 86_400;
  const rows = async (companyId: string) => {
    const pk = listPartition(agency.tenantId, lists.placedAt(companyId));
    return (await table.query({ partition: { pk }, limit: 100, consistent: true })).items;
  };

  it('is left by placements that have ended: two days after their last day, or at once where that is long ago', async () => {
    const company = await agency.company('Geschiedenis');
    const workerId = await agency.worker();
    const now = Date.now() / 1000;
    await agency.place(workerId, company, '2012-01-01', '2012-02-01');
    await agency.place(workerId, company, dayIn(-20), dayIn(20));
    await agency.place(workerId, company, dayIn(-20));
    const [longAgo, current, open] = (await rows(company)).map(({ expiresAtSeconds }) => expiresAtSeconds as number);
    expect(Math.abs((longAgo ?? 0) - now)).toBeLessThan(60);
    expect(current).toBe(Date.parse(dayIn(20)) / 1000 + 2 * DAY_SECONDS);
    expect(open).toBeUndefined();
  });

  it('reads of one worker what runs or is to come, however many placements have ended', async () => {
    const company = await agency.company('Seizoen');
    const { ask: reader } = await agency.hirer(company);
    const workerId = await agency.worker();
    for (let week = 1; week <= 20; week++)
      await agency.place(workerId, company, dayIn(-7 * week - 3), dayIn(-7 * week));
    await agency.place(workerId, company, dayIn(-1), dayIn(1));
    const query = vi.spyOn(Table.prototype, 'query');
    expect((await view(workerId, reader)).status).toBe(200);
    const pages = await Promise.all(query.mock.results.map(({ value }) => value as ReturnType<Table['query']>));
    query.mockRestore();
    expect(pages.map(({ items }) => items.length)).toEqual([1]);
  });
});
