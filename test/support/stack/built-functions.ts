import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLambdas } from '../../../local/lambda/build.ts';

/** Where the stacks of the tests find the functions; unset outside of tests. */
export const BUILT_FUNCTIONS = 'HERAUT_TEST_FUNCTIONS';

/** Global set-up of the tests that start stacks: the functions are built once for all of them. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-functions-'));
  await buildLambdas(folder);
  process.env[BUILT_FUNCTIONS] = folder;
  return () => rm(folder, { recursive: true });
}
