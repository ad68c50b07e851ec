import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const ID = /\b(?:E\d+-\d+|[ABSG]\d+)\b/g;

const rows = [
  ...readFileSync(join(root, 'docs', 'requirements.md'), 'utf8').matchAll(
    /^\| (E\d+-\d+|[ABSG]\d+) \|.*\| ([^|]+) \|$/gm,
  ),
];
const soFar = new Map(rows.map(([, id = '', state = '']) => [id, state.split(':')[0]]));

/** The IDs in the titles of tests: on the line of the call, or on the next one. */
const named = new Set(
  globSync('test/**/*.test.ts', { cwd: root }).flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(/^[^\n]*\b(?:it|test|describe)\b[.(][^\n]*\n?[^\n]*/gm),
    ].flatMap(([call]) => call.match(ID) ?? []),
  ),
);

it('every requirement that holds, wholly or in part, is named by a test', () => {
  expect(new Set(soFar.values())).toEqual(new Set(['holds', 'in part', 'open']));
  expect([...soFar].filter(([id, state]) => state !== 'open' && !named.has(id))).toEqual([]);
});

it('every requirement that a test names is listed, and is not called open', () => {
  expect([...named].filter((id) => soFar.get(id) === undefined || soFar.get(id) === 'open')).toEqual([]);
});
