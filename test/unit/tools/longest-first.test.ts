import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LONG_FILES } from '../../support/longest-first.ts';

it('names test files that exist, each once', () => {
  expect(LONG_FILES.filter((name) => !existsSync(`test/${name}.test.ts`))).toEqual([]);
  expect(new Set(LONG_FILES).size).toBe(LONG_FILES.length);
});
