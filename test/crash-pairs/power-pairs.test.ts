import { expect, it } from 'vitest';
import type { Message } from '../support/crash/judge.ts';
import { MESSAGES } from '../support/crash/messages.ts';
import { choosePairs } from '../support/crash/pairs.ts';
import { type Cut, cutAtEachStep, type Run, sendThroughCuts } from '../support/crash/power/power-cuts.ts';
import { TEARS } from '../support/edge/memory-disk.ts';

const pairs = choosePairs(2_000);

/** A cut at each step, with each tear that makes a difference. */
async function firstCuts(message: Message): Promise<Cut[]> {
  const cuts: Cut[] = [];
  for await (const run of cutAtEachStep(message)) cuts.push(...run.cuts);
  return cuts;
}

async function* allPairs(message: Message): AsyncGenerator<Run> {
  for (const cut of await firstCuts(message)) yield* cutAtEachStep(message, [cut]);
}

async function* somePairs(message: Message, count: number): AsyncGenerator<Run> {
  const first = await firstCuts(message);
  const oneOf = <T>(items: readonly T[]) => items[Math.floor(pairs.random() * items.length)] as T;
  const steps = Math.max(...first.map(({ at }) => at));
  for (let pair = 0; pair < count; pair += 1) {
    const cuts = [oneOf(first), { at: 1 + Math.floor(pairs.random() * steps), tear: oneOf(TEARS) }];
    const { violations, lives } = await sendThroughCuts(message, cuts);
    yield { cuts, step: lives[1]?.passed.at(-1) ?? '', violations };
  }
}

it.each(Object.entries(MESSAGES))(
  'B1 %s: nothing goes out twice or gets lost by two power cuts',
  async (kind, message) => {
    const wrong: Run[] = [];
    let runs = 0;
    for await (const run of pairs.sample === undefined ? allPairs(message) : somePairs(message, pairs.sample)) {
      runs += 1;
      if (run.violations.length > 0) wrong.push(run);
    }
    console.log(`${kind}: ${runs} pairs of power cuts`);
    expect(wrong).toEqual([]);
    expect(runs).toBeGreaterThanOrEqual(pairs.sample ?? 10_000);
  },
);
