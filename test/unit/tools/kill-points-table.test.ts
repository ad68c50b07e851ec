import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Rows of the table: the file, and what stands in it. */
const ROWS = [...read('docs/testing.md').matchAll(/^\| [^|]+ \| `(test\/[^`]+)` \| `(.+)` \|$/gm)].map(
  ([, file = '', title = '']) => [file, title] as const,
);
/** Moments that the table names at least. */
const FEWEST = 30;

it('B1 the table of moments at which a process may die names tests that there are', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(FEWEST);
  expect(ROWS.filter(([file, title]) => !read(file).includes(title))).toEqual([]);
});

it('B1 each point of the support’s lists is tried by a test', () => {
  const names = [...read('test/support/crash/kill-points.ts').matchAll(/^export const (after\w+|before\w+)\b/gm)];
  const tests = ['kill-points', 'inbound'].map((file) => read(`test/crash/${file}.test.ts`)).join('');
  const untried = names.map(([, name = '']) => name).filter((name) => !tests.includes(`points.${name}`));
  expect(names.length).toBeGreaterThan(8);
  expect(untried).toEqual([]);
});
