import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LIMITS } from '../../../functions/domain/limits/limits.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const page = read('docs/security.md');

/** Of ASVS 5.0.0, chapters V6 and V7: the last number of each section, and those of level 3, which are left out. */
const SECTIONS: Readonly<Record<string, { readonly last: number; readonly level3?: readonly number[] }>> = {
  '6.1': { last: 3 },
  '6.2': { last: 12 },
  '6.3': { last: 8, level3: [5, 6, 7, 8] },
  '6.4': { last: 6, level3: [5, 6] },
  '6.5': { last: 8, level3: [6, 7, 8] },
  '6.6': { last: 4, level3: [4] },
  '6.7': { last: 2, level3: [1, 2] },
  '6.8': { last: 4 },
  '7.1': { last: 3 },
  '7.2': { last: 4 },
  '7.3': { last: 2 },
  '7.4': { last: 5 },
  '7.5': { last: 3, level3: [3] },
  '7.6': { last: 2 },
};
const wanted = Object.entries(SECTIONS).flatMap(([section, { last, level3 = [] }]) =>
  Array.from({ length: last }, (_, place) => place + 1)
    .filter((number) => !level3.includes(number))
    .map((number) => `${section}.${number}`),
);
const rows = [...page.matchAll(/^\| (\d\.\d\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
  ([, number = '', , what = '', state = '', why = '']) => ({ number, what, state, why }),
);
const testsIn = (why: string) =>
  [...why.matchAll(/`(test\/[^`]+)`: \*(.+?)\*(?=;|$| )/g)].map(([, file = '', title = '']) => ({ file, title }));

it('B2 every number of ASVS 5.0, V6 and V7, levels 1 and 2, has its row', () => {
  expect(rows.map(({ number }) => number)).toEqual(wanted);
});

it.each(rows)('B2 $number is $state, by tests that there are or for a reason', ({ state, why }) => {
  expect(['met', 'not applicable', 'not met, on purpose', 'open']).toContain(state);
  const tests = testsIn(why);
  if (state === 'met') expect(tests).not.toEqual([]);
  else expect(why.length).toBeGreaterThan(20);
  if (state === 'not met, on purpose') expect(why).toContain('Accepted by ');
  for (const { file, title } of tests) {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(read(file)).toMatch(new RegExp(`\\b(it|test)(\\.each\\([^]*?\\))?\\(\\s*['"\`]${escaped(title)}['"\`]`));
  }
});

it('its limits are those of the table', () => {
  const listed = [...page.matchAll(/^\| `([\w-]+)` \| (\d+) \| (.+) \|$/gm)].map(([, name, most, within]) => [
    name,
    most,
    within,
  ]);
  const minutes = (milliseconds: number) =>
    milliseconds === 3_600_000 ? 'an hour' : `${milliseconds / 60_000} minutes`;
  expect(listed).toEqual(
    Object.entries(LIMITS).map(([name, { most, within }]) => [name, String(most), minutes(within)]),
  );
});

it('no function knows the logins of the demo', () => {
  const sources = globSync('{functions,contract}/**/*.{ts,json}', { cwd: root }).map(read).join('\n');
  for (const { employee, apiToken, ...demo } of DEMO_TENANTS) {
    const people = 'placing' in demo ? [demo.placing.worker.password, demo.placing.contact.password] : [];
    for (const secret of [employee.password, apiToken.secret.replace(/-+$/, ''), ...people])
      expect(sources).not.toContain(secret);
  }
});

function escaped(title: string): string {
  return title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
