import { setImmediate } from 'node:timers/promises';

/** What is freed by one collection frees more at the next. */
const COLLECTIONS = 3;
/** V8 gives back to the system what it would keep for later, so that what is left is in use. */
const EVERYTHING = { type: 'major', execution: 'sync', flavor: 'last-resort' };

/** In bytes. */
export interface CollectedMemory {
  /** of the process (RSS) */
  readonly memory: number;
  /** what JavaScript uses of it */
  readonly heap: number;
}

/**
 * What this process holds after its garbage was collected.
 *
 * @throws Error where Node was started without `--expose-gc`
 */
export async function collectedMemory(): Promise<CollectedMemory> {
  if (!gc) throw new Error('start it with --expose-gc');
  const collect = gc as (options: object) => void;
  for (let round = 0; round < COLLECTIONS; round += 1) {
    await setImmediate();
    collect(EVERYTHING);
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { memory: rss, heap: heapUsed };
}
