import type { CollectedMemory } from '../../support/collected-memory.ts';
import type { Misses } from '../misses.ts';
import type { OwnProcess } from './own-process.ts';
import { inMegabytes, printRow } from './print-row.ts';

/** The first step has what a process loads and compiles once; later ones may hold a fifth more, and no more. */
const MOST_GROWTH = 1.2;
/** Of the work, between two readings. */
const STEP = 0.1;
/** Milliseconds between two looks at how far it is, at least. */
const LOOK = 500;
/** Times as long as a look took: what looks cost grows with what there is to count, and is not to slow down what is looked at. */
const REST = 4;

/**
 * Reads what a process holds at each tenth of its work, and prints it.
 *
 * @param looked how much of the work is done, from 0 to 1; it is asked twice a second at most, and takes a fifth of the time at most
 */
export async function watchMemory(what: string, one: OwnProcess, looked: () => Promise<number>): Promise<Misses> {
  printRow([what, 'memory', 'heap']);
  const readings: CollectedMemory[] = [];
  let isOver = false;
  const over = one.end.finally(() => {
    isOver = true;
  });
  let rest = LOOK;
  for (let next = STEP; !isOver; ) {
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, rest))]);
    const begun = performance.now();
    const done = await looked();
    rest = Math.max(LOOK, REST * (performance.now() - begun));
    if (done < next) continue;
    const reading = await one.memory();
    if (!reading) break;
    readings.push(reading);
    printRow([`  ${Math.floor(done * 100)} %`, inMegabytes(reading.memory), inMegabytes(reading.heap)]);
    next = (Math.floor(done / STEP) + 1) * STEP;
  }
  await over;
  return misses(what, readings);
}

function misses(what: string, [first, ...later]: readonly CollectedMemory[]): Misses {
  if (!first || later.length < 2) return [`${what}: too short to read its memory three times`];
  const growth = (of: keyof CollectedMemory) => Math.max(...later.map((reading) => reading[of])) / first[of];
  const grown = { memory: growth('memory'), heap: growth('heap') };
  printRow(['  most, × the first', grown.memory.toFixed(2), grown.heap.toFixed(2)]);
  return Object.entries(grown).flatMap(([name, ratio]) =>
    ratio <= MOST_GROWTH ? [] : [`${what}: ${name} ${ratio.toFixed(2)} × the first reading, at most ${MOST_GROWTH}`],
  );
}
