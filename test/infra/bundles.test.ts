import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../infra/functions.ts';
import { buildFunctions } from '../../tools/build.ts';

/** Bytes of a minified bundle, the AWS SDK included. What tells mobile numbers from others has its price, and what checks passkeys. */
const MOST = 450_000;
const MOST_WITH_NUMBERS = 700_000;
const MOST_WITH_PASSKEYS = 650_000;
/** They read numbers as people type them. */
const WITH_NUMBERS: ReadonlySet<string> = new Set(['api-messaging', 'after', 'batches']);
const WITH_PASSKEYS = 'api-passkeys';

function mostOf(name: string): number {
  if (name === WITH_PASSKEYS) return MOST_WITH_PASSKEYS;
  return WITH_NUMBERS.has(name) ? MOST_WITH_NUMBERS : MOST;
}

const root = join(import.meta.dirname, '../..');
let folder: string;
let outputs: Metafile['outputs'];

function bundleOf(name: string) {
  const output = outputs[relative(root, resolve(folder, name, 'index.mjs'))];
  if (!output) throw new Error(`no bundle of ${name} was built`);
  return output;
}

describe('the bundle of', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heraut-bundles-'));
    outputs = (await buildFunctions(folder)).outputs;
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(functionNames)('%s is small enough to load fast', (name) => {
    const { bytes } = bundleOf(name);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(mostOf(name));
  });

  it.each(functionNames)('%s has zod/mini and not the classic zod, which takes longer to load', (name) => {
    const sources = Object.entries(bundleOf(name).inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const zod = sources.map(([file]) => file).filter((file) => file.includes('/zod/'));
    expect(zod.some((file) => file.includes('/zod/v4/mini/'))).toBe(true);
    expect(zod.filter((file) => file.includes('/zod/v4/classic/'))).toEqual([]);
  });

  it.each(functionNames.filter((name) => !WITH_NUMBERS.has(name)))('%s has no metadata of phone numbers', (name) => {
    expect(Object.keys(bundleOf(name).inputs).filter((file) => file.includes('/libphonenumber-js/'))).toEqual([]);
  });

  it.each(functionNames.filter((name) => name !== WITH_PASSKEYS))('%s has nothing that checks passkeys', (name) => {
    expect(Object.keys(bundleOf(name).inputs).filter((file) => file.includes('/@simplewebauthn/'))).toEqual([]);
  });
});
