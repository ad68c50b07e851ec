import { expect, it } from 'vitest';
import { choosePairs } from '../support/crash/pairs.ts';
import { type Cut, cutAtEachStep, type Run, sendThroughCuts } from '../support/crash/power/power-cuts.ts';
import { TEXTS } from '../support/crash/texts.ts';
import { TEARS } from '../support/edge/memory-disk.ts';

const pairs = choosePairs(2_000);

/** A cut at each step, with each tear that makes a difference. */
async function firstCuts(text: string): Promise<Cut[]> {
  const cuts: Cut[] = [];
  for await (const run of cutAtEachStep(text)) cuts.push(...run.cuts);
  return cuts;
}

async function* allPairs(text: string): AsyncGenerator<Run> {
  for (const cut of await firstCuts(text)) yield* cutAtEachStep(text, [cut]);
}

async function* somePairs(text: string, count: number): AsyncGenerator<Run> {
  const first = await firstCuts(text);
  const oneOf = <T>(items: readonly T[]) => items[Math.floor(pairs.random() * items.length)] as T;
  const steps = Math.max(...first.map(({ at }) => at));
  for (let pair = 0; pair < count; pair += 1) {
    const cuts = [oneOf(first), { at: 1 + Math.floor(pairs.random() * steps), tear: oneOf(TEARS) }];
    const { violations, lives } = await sendThroughCuts(text, cuts);
    yield { cuts, step: lives[1]?.passed.at(-1) ?? '', violations };
  }
}

it.each(Object.entries(TEXTS))('B1 %s: nothing goes out twice or gets lost by two power cuts', async (size, text) => {
  const wrong: Run[] = [];
  let runs = 0;
  for await (const run of pairs.sample === undefined ? allPairs(text) : somePairs(text, pairs.sample)) {
    runs += 1;
    if (run.violations.length > 0) wrong.push(run);
  }
  console.log(`${size}: ${runs} pairs of power cuts`);
  expect(wrong).toEqual([]);
  expect(runs).toBeGreaterThanOrEqual(pairs.sample ?? 10_000);
});
