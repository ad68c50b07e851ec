/**
 * The box of the soak, in a process of its own so that it can be measured: the program as it is installed, of which only the clock
 * leaps. `node --expose-gc box.ts <configuration>`; it does what its parent asks for by IPC.
 */
import { startConfiguredAgent } from '../../edge-agent/src/compose.ts';
import { loadConfig } from '../../edge-agent/src/config.ts';
import { type CollectedMemory, collectedMemory } from '../support/collected-memory.ts';
import { keptEntries } from './kept-entries.ts';
import { LeapingClock } from './leaping-clock.ts';
import { MeteredDisk } from './metered-disk.ts';

export interface BoxRequest {
  readonly leapMs: number;
  readonly read: boolean;
}

/** In bytes, but for the entries. */
export interface Reading extends CollectedMemory {
  /** of all its maps and sets */
  readonly entries: number;
  /** of the journal, and the most until now */
  readonly journal: number;
  readonly journalPeak: number;
}

const clock = new LeapingClock();
let disk: MeteredDisk | undefined;
await startConfiguredAgent(
  await loadConfig(String(process.argv[2])),
  (real) => {
    disk = new MeteredDisk(real);
    return disk;
  },
  clock,
);
if (!disk) throw new Error('the agent opened no disk');
const meter = disk;
// What the first look makes in the process counts at every later one.
await keptEntries();

process.on('message', ({ leapMs, read: asked }: BoxRequest) => {
  void leap(leapMs).then(async () => process.send?.(asked ? await read() : null));
});
process.on('disconnect', () => process.exit());

/** Resolves when the journal was tidied as often as it is in so long. */
async function leap(ms: number): Promise<void> {
  await clock.leap(ms);
  await meter.idle();
}

async function read(): Promise<Reading> {
  const { memory, heap } = await collectedMemory();
  const { bytes, peak } = meter;
  return { memory, heap, entries: await keptEntries(), journal: bytes, journalPeak: peak };
}
