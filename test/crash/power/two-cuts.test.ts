import { expect, it } from 'vitest';
import { Office } from '../../support/edge/office.ts';
import { Power } from '../../support/edge/power.ts';

const THREE_PARTS = 'x'.repeat(400);
/** Steps of a whole life, by the agent with a modem that has no words of its own. */
const STEPS = 60;
/** Of the start after it. */
const STEPS_OF_START = 24;

it('B1 gives nothing twice after two power cuts, the second one in the start after the first', async () => {
  for (let first = 20; first < STEPS; first += 3) {
    for (let second = 1; second < STEPS_OF_START; second += 1) {
      const office = new Office();
      const attempt = office.attempt(THREE_PARTS);
      office.cloud.attempts.push(attempt);
      await office.start(new Power(first));
      await office.start(new Power(second), office.disk.afterPowerCut('half'));
      await office.start(new Power(), office.disk.afterPowerCut('zeros'));
      const decided = () => office.cloud.types(attempt.attemptId).length > 1;
      await office.clock.until(decided, `a decision after cuts at ${first} and ${second}`);
      const parts = office.network.given.map(({ part }) => part.concatenation?.part);
      expect(new Set(parts).size, `cuts at ${first} and ${second}`).toBe(parts.length);
    }
  }
});
