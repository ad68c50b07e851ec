import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import setup from '../../support/own-temporary-folder.ts';

it('has the tests run in a temporary folder of their own, and takes it away', async () => {
  const before = tmpdir();
  const end = await setup();
  const own = tmpdir();
  expect(dirname(own)).toBe(dirname(before));
  await end();
  expect(tmpdir()).toBe(before);
  expect(existsSync(own)).toBe(false);
});

it('names what was left behind, and takes it away too', async () => {
  const end = await setup();
  const left = mkdtempSync(join(tmpdir(), 'heraut-careless-'));
  await expect(end()).rejects.toThrow(basename(left));
  expect(existsSync(left)).toBe(false);
});
