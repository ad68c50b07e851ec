import { open, statfs } from 'node:fs/promises';
import { quantile } from '../quantile.ts';

/** `f_type` of statfs(2) for file systems that lie in memory, where a commit takes no time and means nothing. */
const IN_MEMORY: Readonly<Record<number, string>> = { 16914836: 'tmpfs', 2240043254: 'ramfs' };
const COMMITS = 200;

/** Throws for a folder on a RAM disk; the message says what to do. */
export async function refuseRamDisk(folder: string): Promise<void> {
  const fileSystem = IN_MEMORY[(await statfs(folder)).type];
  if (fileSystem)
    throw new Error(
      `${folder} lies on a RAM disk (${fileSystem}), where the journal costs nothing: set HERAUT_BENCH_FOLDER to a folder on the disk of a box.`,
    );
}

/** Milliseconds that the disk takes for a small record, as the journal appends it: the median. */
export async function commitTime(path: string): Promise<number> {
  const file = await open(path, 'a');
  const times: number[] = [];
  for (let index = 0; index < COMMITS; index++) {
    const from = performance.now();
    await file.write('x'.repeat(100));
    await file.datasync();
    times.push(performance.now() - from);
  }
  await file.close();
  return quantile(times, 0.5);
}
