import { expect, it } from 'vitest';
import { type Cut, cutAfter, cutAtEachStep } from '../../support/crash/power/power-cuts.ts';
import { TEXTS } from '../../support/crash/texts.ts';

const WHEN: Readonly<Record<string, (text: string) => Promise<readonly Cut[]>>> = {
  'while it sends a message': async () => [],
  'in the start after it had given a text to the modem': async (text) => [await cutAfter(text, 'after write the text')],
  'in the start after all was delivered': async () => [{ at: Number.POSITIVE_INFINITY, tear: 'dropped' }],
};
/** A start without anything to send, with its words to modem and cloud, has as many at least. */
const FEWEST_STEPS = 120;

it.each(Object.keys(WHEN).flatMap((when) => Object.entries(TEXTS).map(([size, text]) => ({ when, size, text }))))(
  'B1 $size: no power cut $when repeats or loses anything, wherever it falls and whatever it tears',
  async ({ when, size, text }) => {
    const steps = new Set<number>();
    let runs = 0;
    for await (const run of cutAtEachStep(text, await WHEN[when]?.(text))) {
      steps.add(run.cuts.at(-1)?.at ?? 0);
      runs += 1;
      expect(run.violations, `${JSON.stringify(run.cuts)}, ${run.step}`).toEqual([]);
    }
    console.log(`${size}: power cut ${when}: ${steps.size} steps, ${runs} runs`);
    expect(steps.size).toBeGreaterThan(FEWEST_STEPS);
  },
);
