import { beforeAll, expect, it } from 'vitest';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { atOneMoment, tried } from '../support/limits.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof makeAgency>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  agency = await makeAgency(accessOn(table));
});
const ask = (slug: string, address = '198.51.100.7') =>
  send(functions, routes.getAgency, { params: { slug }, address });

it('tells the name of an agency and nothing else, in the same form for one that does not exist', async () => {
  const known = await ask(agency.slug);
  expect([known.status, known.body]).toEqual([200, { name: agency.tenant.name }]);
  expect(await ask(agency.slug.toUpperCase())).toMatchObject({ body: known.body });
  const unknown = await ask('no-such-agency');
  expect([unknown.status, unknown.body]).toEqual([200, {}]);
  expect(Object.keys(unknown.headers)).toEqual(Object.keys(known.headers));
});

it('A15 is not asked for names without end', () =>
  atOneMoment(async () => {
    await tried(table, 'agency-address', '198.51.100.8');
    for (const slug of [agency.slug, 'no-such-agency'])
      expect(await ask(slug, '198.51.100.8')).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
    expect((await ask(agency.slug, '198.51.100.9')).status).toBe(200);
  }));
