import type { Disk } from '../../../../edge-agent/src/ports.ts';
import { type MemoryDisk, TEARS, type Tear } from '../../edge/memory-disk.ts';
import { Power } from '../../edge/power.ts';
import { type Message, violations } from '../judge.ts';
import { PoweredBox } from './powered-box.ts';

export interface Cut {
  /** the step of its life at which the power goes, from 1; Infinity: when all is done */
  readonly at: number;
  readonly tear: Tear;
}

export interface Through {
  readonly violations: readonly string[];
  readonly lives: readonly Power[];
  /** tears of the last cut, one for each disk that it may leave */
  readonly tears: readonly Tear[];
}

export type WrapDisk = (disk: Disk) => Disk;
const asItIs: WrapDisk = (disk) => disk;

/** Sends a text with these power cuts, one in each life; the last life comes to its end. */
export async function sendThroughCuts(message: Message, cuts: readonly Cut[], wrap = asItIs): Promise<Through> {
  const box = new PoweredBox(message);
  const left: Map<string, Buffer>[] = [];
  const wrong: string[] = [];
  let tears: readonly Tear[] = [];
  try {
    for (const { at, tear } of cuts) {
      const disk = await box.live(left.at(-1) ?? new Map(), new Power(at), wrap);
      left.push(disk.afterPowerCut(tear));
      tears = distinctTears(disk);
    }
    await box.live(left.at(-1) ?? new Map(), new Power(), wrap);
  } catch (error) {
    wrong.push(`the agent does not go on: ${(error as Error).message}`);
  }
  wrong.push(...violations(box.outcome, 'sync'), ...textsLeft(message.text, box.outcome.lives, left));
  return { violations: wrong, lives: box.lives, tears };
}

function distinctTears(disk: MemoryDisk): Tear[] {
  const byImage = new Map<string, Tear>();
  for (const tear of TEARS.toReversed()) byImage.set(image(disk.afterPowerCut(tear)), tear);
  return [...byImage.values()];
}

function image(files: ReadonlyMap<string, Buffer>): string {
  return JSON.stringify(
    [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => [name, bytes.toString('latin1')]),
  );
}

/** Once a start after the decision has written the journal anew, no cut brings the text back. */
function textsLeft(
  text: string,
  lives: readonly (readonly string[])[],
  left: readonly ReadonlyMap<string, Buffer>[],
): string[] {
  return left.flatMap((files, life) => {
    const decided = lives.slice(0, life).some((passed) => passed.includes('after sync acknowledged delivered'));
    const writtenAnew = lives[life]?.includes('before append hello') ?? false;
    const found = [...files.values()].some((file) => file.includes(text));
    return decided && writtenAnew && found ? ['a text that nobody needs is on the disk'] : [];
  });
}

export interface Run {
  readonly cuts: readonly Cut[];
  /** the last that happened before the last cut */
  readonly step: string;
  readonly violations: readonly string[];
}

/** Cuts the power at each step of the life that follows these cuts, and tears the disk in each way that makes a difference. */
export async function* cutAtEachStep(
  message: Message,
  before: readonly Cut[] = [],
  wrap = asItIs,
): AsyncGenerator<Run> {
  for (let at = 1; ; at += 1) {
    let tears: readonly Tear[] = [TEARS[0]];
    for (const tear of TEARS) {
      if (!tears.includes(tear)) continue;
      const cuts = [...before, { at, tear }];
      const through = await sendThroughCuts(message, cuts, wrap);
      const life = through.lives[before.length];
      if (!life || life.points < at) return;
      tears = through.tears;
      yield { cuts, step: life.passed.at(-1) ?? '', violations: through.violations };
    }
  }
}

/** The power cut just after this step of the first life, with all that was not synced dropped. */
export async function cutAfter(message: Message, step: string): Promise<Cut> {
  for await (const run of cutAtEachStep(message)) {
    const [cut] = run.cuts;
    if (cut && run.step === step) return cut;
  }
  throw new Error(`there is no step ${step}`);
}
