import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Moment } from '../../edge/steps.ts';
import { violations } from '../judge.ts';
import { type Scenario, sendThroughDeaths } from './many-lives.ts';
import { bundledAgent } from './program.ts';
import { SCENARIOS } from './scenarios.ts';

/** A step whose order the machine decides, such as one of the two ways to read a report, may be missing from a life. */
const MOST_LIVES = 30;

export interface NamedDeath {
  readonly moment: Moment;
  readonly act: string;
  readonly nth: number;
}

/**
 * Sends a message once without any death to see the steps, then once for each step with a death just there. Each life counts,
 * also one that was over before it came to its step.
 */
export async function dieAtEveryStep(size: keyof typeof SCENARIOS): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-agent-'));
  const whole: Scenario = { ...SCENARIOS[size], program: await bundledAgent(folder) };
  const { lives } = await sendThroughDeaths(whole, []);
  const deaths = deathsIn(lives[0] ?? []);

  describe.concurrent(`SIGKILL with a message of ${size}`, () => {
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

/** A death at each step of a life. */
export function deathsIn(life: readonly string[]): NamedDeath[] {
  return life.map(deathAt);
}

/** @param index of the step among those of its life */
function deathAt(step: string, index: number, steps: readonly string[]): NamedDeath {
  const [, moment, act] = /^(before|after) (.+)$/.exec(step) ?? [];
  const nth = steps.slice(0, index + 1).filter((name) => name === step).length;
  return { moment: moment as Moment, act: act as string, nth };
}
