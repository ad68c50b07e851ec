import fc from 'fast-check';
import { newModel, violationsAtTheEnd, violationsNow } from './checks.ts';
import type { Cloud } from './cloud.ts';
import { anything } from './commands.ts';
import { settle } from './settle.ts';
import { World } from './world.ts';

export interface ModelRun {
  readonly runs: number;
  /** in one run, at most */
  readonly acts: number;
  readonly openCloud: () => Promise<Cloud>;
}

/**
 * Lets anything happen to an agency's messages, so many times, each on a cloud of its own; the seed is printed, and `HERAUT_SEED`
 * repeats it.
 *
 * @throws with the shortest series of acts that breaks what the checks say
 */
export async function runModel({ runs, acts, openCloud }: ModelRun): Promise<void> {
  const seed = Number(process.env['HERAUT_SEED'] ?? Date.now() % 2 ** 31);
  console.log(`model of a message's life: HERAUT_SEED=${seed}, ${runs} runs`);
  await fc.assert(
    fc.asyncProperty(fc.commands(anything, { maxCommands: acts, size: 'max' }), async (commands) => {
      const model = newModel();
      const world = await World.open(await openCloud());
      await fc.asyncModelRun(() => ({ model, real: world }), commands);
      await settle({ world, model });
      const wrong = [...(await violationsNow(world, model)), ...(await violationsAtTheEnd(world, model))];
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    }),
    { seed, numRuns: runs },
  );
}
