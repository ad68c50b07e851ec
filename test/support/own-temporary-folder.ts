import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Global set-up of every kind of test: a temporary folder of its own, that has to be empty at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  const before = process.env['TMPDIR'];
  const folder = await mkdtemp(join(tmpdir(), 'heraut-tests-'));
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
