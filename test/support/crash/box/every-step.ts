import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Moment } from '../../edge/steps.ts';
import { violations } from '../judge.ts';
import { type Scenario, sendThroughDeaths } from './many-lives.ts';
import { bundledAgent } from './program.ts';
import { SCENARIOS } from './scenarios.ts';

/** Some steps depend on how busy the machine is, such as a second look at a memory: the steps are those that all of these have. */
const LIVES_TO_SEE_THE_STEPS = 3;
/** Even so a step may be missing from a life. */
const MOST_LIVES = 30;

export interface NamedDeath {
  readonly moment: Moment;
  readonly act: string;
  readonly nth: number;
}

/**
 * Sends a message without any death to see the steps, then once for each step with a death just there. Each life counts, also
 * one that was over before it came to its step. @param acts those that are tried
 */
export async function dieAtEveryStep(kind: keyof typeof SCENARIOS, acts = /./): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-agent-'));
  const whole: Scenario = { ...SCENARIOS[kind], program: await bundledAgent(folder) };
  const deaths = (await deathsOf(whole)).filter(({ act }) => acts.test(act));

  describe.concurrent(`SIGKILL with a message: ${kind}`, () => {
    afterAll(() => rm(folder, { recursive: true }));

    it.each(deaths)('B1 $moment $act ($nth): no part twice, none lost, no needless doubt', async (death) => {
      for (let tries = 1; ; tries += 1) {
        const outcome = await sendThroughDeaths(whole, [death]);
        expect(violations(outcome, 'append')).toEqual([]);
        if (outcome.deaths === 1) return;
        expect(tries, 'lives that never came to this step').toBeLessThan(MOST_LIVES);
      }
    });
  });
}

/** A death at each step of a life in which nobody dies. */
export async function deathsOf(scenario: Scenario): Promise<NamedDeath[]> {
  const lives: NamedDeath[][] = [];
  while (lives.length < LIVES_TO_SEE_THE_STEPS) {
    const outcome = await sendThroughDeaths(scenario, []);
    lives.push((outcome.lives[0] ?? []).map(deathAt));
  }
  const [first = [], ...others] = lives;
  const isSame = (one: NamedDeath) => (other: NamedDeath) =>
    one.moment === other.moment && one.act === other.act && one.nth === other.nth;
  return first.filter((death) => others.every((other) => other.some(isSame(death))));
}

/** @param index of the step among those of its life */
function deathAt(step: string, index: number, steps: readonly string[]): NamedDeath {
  const [, moment, act] = /^(before|after) (.+)$/.exec(step) ?? [];
  const nth = steps.slice(0, index + 1).filter((name) => name === step).length;
  return { moment: moment as Moment, act: act as string, nth };
}
