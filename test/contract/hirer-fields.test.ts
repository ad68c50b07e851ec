import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { loadFunctions } from '../support/functions.ts';
import { dayIn, hirerAgency, WHOLE_WORKER } from '../support/hirer-agency.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let agency: Awaited<ReturnType<typeof hirerAgency>>;
let companies: Readonly<Record<Placing['place'], string>>;
let ask: Awaited<ReturnType<typeof agency.hirer>>['ask'];
beforeAll(async () => {
  agency = await hirerAgency(table, await loadFunctions(name));
  companies = { here: await agency.company(), elsewhere: await agency.company('Bakkerij') };
  ({ ask } = await agency.hirer(companies.here));
});

/** When a worker is placed, by days from today: first and last. */
const WHEN = {
  past: [-20, -2],
  current: [-20, 20],
  'without an end': [-20, undefined],
  future: [2, 20],
} as const;
type When = keyof typeof WHEN;
const isNow = (when: When) => when === 'current' || when === 'without an end';

const places = ['here', 'elsewhere'] as const;
const placings = places.flatMap((place) => (Object.keys(WHEN) as When[]).map((when) => ({ place, when })));
type Placing = (typeof placings)[number];
/** None, one, and every two of them, the same one twice among them. */
const combinations: Placing[][] = [
  [],
  ...placings.map((one) => [one]),
  ...placings.flatMap((one, index) => placings.slice(index).map((other) => [one, other])),
];
const combined = combinations.map((placed) => ({
  placed,
  where: placed.map(({ place, when }) => `${when} ${place}`).join(' and ') || 'nowhere',
}));

const view = (workerId: string) => ask(routes.getPlacedWorker, { params: { workerId } });
let count = 0;

describe('a hirer sees', () => {
  it.each(combined)(
    'G6 E1-7 exactly what is allowed of a worker placed $where: without a consent, with one, and once that is withdrawn',
    async ({ placed }) => {
      count += 1;
      const familyName = `Zoek${count}`;
      const workerId = await agency.worker({ ...WHOLE_WORKER, familyName });
      const days = placed.map(({ place, when }) => ({ companyId: companies[place], days: WHEN[when] }));
      await Promise.all(
        days.map(({ companyId, days: [from, until] }) =>
          agency.place(workerId, companyId, dayIn(from), until === undefined ? undefined : dayIn(until)),
        ),
      );
      const now = placed.filter(({ place, when }) => place === 'here' && isNow(when)).map(({ when }) => WHEN[when]);
      const placements = now
        .toSorted(([, one = 9999], [, other = 9999]) => one - other)
        .map(([from, until]) => ({
          ...{ function: 'Inpakker', from: dayIn(from) },
          ...(until !== undefined && { until: dayIn(until) }),
        }));
      const { givenName, infix, identityDocument, bankAccount, nationality, birthPlace, maritalStatus } = WHOLE_WORKER;
      const summary = { id: workerId, givenName, infix, familyName, placements };

      for (const consent of [undefined, true, false]) {
        if (consent !== undefined) expect((await agency.consent(workerId, consent)).status).toBe(200);
        const [answer, found] = await Promise.all([
          view(workerId),
          ask(routes.listPlacedWorkers, { query: { search: familyName } }),
        ]);
        expect(answer.headers['cache-control']).toBe('no-store');
        if (placements.length === 0) {
          expect(answer).toEqual(await view('wrk_01JD0000000000000000000000'));
          expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
        } else {
          expect(answer.status).toBe(200);
          expect(answer.body).toEqual({
            ...{ ...summary, identityDocument },
            ...(consent && { bankAccount, nationality, birthPlace, maritalStatus }),
          });
        }
        expect(found.body).toEqual({ items: placements.length === 0 ? [] : [summary] });
      }
    },
  );
});
