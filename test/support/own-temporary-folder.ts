import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the folders lie, side by side: several kinds of tests in one run each set up their own. */
const ROOT = 'HERAUT_TEST_FOLDERS';

/** Global set-up of every kind of test: a temporary folder of its own, that has to be empty at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  const before = process.env['TMPDIR'];
  const root = process.env[ROOT] ?? tmpdir();
  process.env[ROOT] = root;
  const folder = await mkdtemp(join(root, 'heraut-tests-'));
  process.env['TMPDIR'] = folder;
  return async () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    const left = await readdir(folder);
    await rm(folder, { recursive: true, force: true });
    if (left.length > 0)
      throw new Error(
        `The tests left something in the temporary folder. Make the one that made it remove it: ${left.join(', ')}`,
      );
  };
}
