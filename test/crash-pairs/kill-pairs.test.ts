import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deathsOf } from '../support/crash/box/every-step.ts';
import { type Scenario, sendThroughDeaths } from '../support/crash/box/many-lives.ts';
import { bundledAgent } from '../support/crash/box/program.ts';
import { SCENARIOS } from '../support/crash/box/scenarios.ts';
import { violations } from '../support/crash/judge.ts';
import { choosePairs } from '../support/crash/pairs.ts';

const AT_ONCE = 5;

const pairs = choosePairs(300);
let folder: string;
let program: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heraut-agent-'));
  program = await bundledAgent(folder);
});
afterAll(() => rm(folder, { recursive: true }));

it.each(Object.entries(SCENARIOS))(
  'B1 %s: nothing goes out twice or gets lost when SIGKILL hits an agent, and then the next one',
  async (size, scenario) => {
    const whole: Scenario = { ...scenario, program };
    const first = await deathsOf(whole);
    const all = first.flatMap((death) =>
      Array.from({ length: first.length }, (_, step) => [death, { step: step + 1 }] as const),
    );
    const chosen = pairs.chosen(all);
    const left = chosen.values();
    const wrong: unknown[] = [];
    let deaths = 0;
    const work = async () => {
      for (const pair of left) {
        const outcome = await sendThroughDeaths(whole, pair);
        deaths += outcome.deaths;
        const found = violations(outcome, 'append');
        if (found.length > 0) wrong.push({ pair, found });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    console.log(`${size}: ${chosen.length} of ${all.length} pairs of deaths, ${deaths} deaths`);
    expect(wrong).toEqual([]);
    expect(deaths).toBeGreaterThan(chosen.length);
  },
);
