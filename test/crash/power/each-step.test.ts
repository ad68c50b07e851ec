import { expect, it } from 'vitest';
import type { Message } from '../../support/crash/judge.ts';
import { MESSAGES } from '../../support/crash/messages.ts';
import { type Cut, cutAfter, cutAtEachStep } from '../../support/crash/power/power-cuts.ts';

/** When the power goes: in a first life, or in the start after it went at a bad moment, or when all was done. */
const WHEN: Readonly<Record<string, (message: Message) => Promise<readonly Cut[]>>> = {
  'with a message on its way': async () => [],
  'in the start after it went in the middle': async (message) => [
    await cutAfter(message, message.overtaken ? 'after sync revoked' : 'after write the text'),
  ],
  'in the start after all was done': async () => [{ at: Number.POSITIVE_INFINITY, tear: 'dropped' }],
};
/** A start without anything to send, with its words to modem and cloud, has as many at least. */
const FEWEST_STEPS = 120;

const CASES = Object.keys(WHEN).flatMap((when) =>
  Object.entries(MESSAGES).map(([kind, message]) => ({ when, kind, message })),
);

it.each(CASES)(
  'B1 $kind: no power cut $when repeats or loses anything, wherever it falls and whatever it tears',
  async ({ when, kind, message }) => {
    const steps = new Set<number>();
    let runs = 0;
    for await (const run of cutAtEachStep(message, await WHEN[when]?.(message))) {
      steps.add(run.cuts.at(-1)?.at ?? 0);
      runs += 1;
      expect(run.violations, `${JSON.stringify(run.cuts)}, ${run.step}`).toEqual([]);
    }
    console.log(`${kind}: power cut ${when}: ${steps.size} steps, ${runs} runs`);
    expect(steps.size).toBeGreaterThan(FEWEST_STEPS);
  },
);
