import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { loadFunctions } from '../support/functions.ts';
import { dayIn, hirerAgency } from '../support/hirer-agency.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof hirerAgency>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  agency = await hirerAgency(table, functions);
});

interface Line {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly record: string;
  readonly action: string;
}
const ask = (query: Record<string, string>, of = agency) => of.staff(routes.listAuditLines, { query });
/** All pages of a query. */
async function all(query: Record<string, string>, of = agency): Promise<Line[]> {
  const found: Line[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await ask({ ...query, ...(cursor !== undefined && { cursor }) }, of);
    expect(status).toBe(200);
    found.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return found;
}
const ids = (lines: readonly Line[]) => lines.map(({ id }) => id);

describe('the audit trail', () => {
  it('A20 tells of one record who did and who saw what, newest first, without values', async () => {
    const company = await agency.company();
    const workerId = await agency.worker();
    await agency.place(workerId, company, dayIn(-1));
    await agency.consent(workerId, true);
    const { contactId, ask: hirer } = await agency.hirer(company);
    expect((await hirer(routes.getPlacedWorker, { params: { workerId } })).status).toBe(200);
    const lines = await all({ record: workerId });
    expect(lines.map(({ action, by }) => [action, by.slice(0, 4)])).toEqual([
      ['seen-by-hirer', 'con_'],
      ['hirer-consent-given', 'tok_'],
      ['created', 'tok_'],
    ]);
    expect(lines[0]).toMatchObject({
      ...{ record: workerId, by: contactId, requestId: expect.any(String), address: '127.0.0.1' },
      shown: { fields: expect.arrayContaining(['bankAccount', 'identityDocument']) },
    });
    expect(JSON.stringify(lines)).not.toMatch(/Żak|SPECI2014|PL6110/);
    await hirer(routes.listPlacedWorkers);
    expect((await all({ record: company }))[0]).toMatchObject({ action: 'listed-by-hirer', shown: { of: [workerId] } });
  });

  it('tells of all records, in pages that leave nothing out', async () => {
    const own = await hirerAgency(table, functions);
    for (let number = 0; number < 7; number++) await own.company(`Bedrijf ${number}`);
    const whole = await all({ limit: '100' }, own);
    expect(whole.filter(({ action }) => action === 'created')).toHaveLength(7);
    expect(ids(whole)).toEqual(ids(whole).toSorted().toReversed());
    for (const limit of ['1', '3']) expect(ids(await all({ limit }, own))).toEqual(ids(whole));
  });

  it('tells of a time, its ends among it', async () => {
    const own = await hirerAgency(table, functions);
    const company = await own.company();
    for (let number = 0; number < 4; number++) await own.contact(company);
    const lines = await all({ limit: '100' }, own);
    const [newest, oldest] = [lines[1]?.at ?? '', lines[3]?.at ?? ''];
    const within = lines.filter(({ at }) => at >= oldest && at <= newest);
    for (const limit of ['1', '100'])
      expect(ids(await all({ from: oldest, until: newest, limit }, own))).toEqual(ids(within));
    const record = within[0]?.record ?? '';
    expect(ids(await all({ record, from: oldest, until: newest }, own))).toEqual(
      ids(within.filter((line) => line.record === record)),
    );
    expect(await all({ until: '2020-01-01T00:00:00.000Z' }, own)).toEqual([]);
    expect((await ask({ from: newest, until: '2020-01-01T00:00:00.000Z' }, own)).body.errors).toEqual([
      { path: 'until', message: expect.stringContaining('before') },
    ]);
  });

  it('A21 is each agency’s own', async () => {
    const other = await hirerAgency(table, functions);
    const record = await other.company();
    expect(await all({ record })).toEqual([]);
    expect((await all({ limit: '100' })).filter((line) => line.record === record)).toEqual([]);
    expect(await all({ record }, other)).toHaveLength(1);
  });

  it.each(['a#b', 'x'.repeat(61), 'T#ten'])('knows no record %s', async (record) => {
    expect((await ask({ record })).body.errors).toEqual([{ path: 'record', message: expect.any(String) }]);
  });
});
