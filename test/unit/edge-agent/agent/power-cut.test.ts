import { describe, expect, it } from 'vitest';
import { decodeFrames } from '../../../../edge-agent/src/journal/frame.ts';
import type { JournalRecord } from '../../../../edge-agent/src/journal/records.ts';
import { TEARS, type Tear } from '../../../support/edge/memory-disk.ts';
import { Office } from '../../../support/edge/office.ts';
import { Power } from '../../../support/edge/power.ts';

const TEXTS = { 'one part': 'Goedemorgen', 'three parts': 'x'.repeat(400) };

/** Sends one message with the power cut at a point, starts again, and lets everything come to rest. */
async function cutAndStartAgain(text: string, cutAt: number, tear: Tear) {
  const office = new Office();
  const attempt = office.attempt(text);
  office.cloud.attempts.push(attempt);
  const power = new Power(cutAt);
  await office.start(power);
  const left = office.disk.afterPowerCut(tear);
  const records = [...left.values()].flatMap((file) => decodeFrames(file).records as JournalRecord[]);
  const submitting = records.filter(({ type }) => type === 'submitting').length;
  const answered = records.filter(({ type }) => type === 'submitted').length;
  const givenBefore = office.network.given.length;

  await office.start(new Power(), left);
  const decided = () =>
    office.cloud.types(attempt.attemptId).some((type) => type === 'submitted' || type === 'unconfirmed');
  await office.clock.until(decided, 'a decision');
  return { office, attempt, points: power.points, inDoubt: submitting > answered, submitting, givenBefore };
}

describe.each(Object.entries(TEXTS))('a power cut with a message of %s', (_, text) => {
  it.each(TEARS)('B1 gives no part twice and loses none, at any point (unsynced bytes %s)', async (tear) => {
    const { points } = await cutAndStartAgain(text, Number.POSITIVE_INFINITY, tear);
    expect(points).toBeGreaterThan(20);
    for (let cutAt = 1; cutAt <= points; cutAt += 1) {
      const { office, attempt, inDoubt, submitting, givenBefore } = await cutAndStartAgain(text, cutAt, tear);
      const at = `cut at ${cutAt} of ${points}`;
      const texts = office.network.texts();
      expect(new Set(office.network.given.map(({ part }) => part.concatenation?.part ?? 1)).size, at).toBe(
        texts.length,
      );
      expect(
        new Set(office.network.given.map(({ part }) => part.concatenation?.reference)).size,
        at,
      ).toBeLessThanOrEqual(1);
      expect(givenBefore, `${at}: given without a note on disk`).toBeLessThanOrEqual(submitting);
      const types = office.cloud.types(attempt.attemptId);
      expect(types.includes('unconfirmed'), `${at}: ${types}`).toBe(inDoubt);
      if (!inDoubt) expect(texts.join(''), at).toBe(text);

      for (const given of office.network.given) await office.modem.reportOn(given);
      await office.clock.advance(0);
      const onThePhone = texts.join('') === text;
      expect(office.cloud.types(attempt.attemptId).includes('delivered'), `${at}: after the reports`).toBe(onThePhone);
    }
  });
});

it('B1 survives a second power cut at every point of the start after the first', async () => {
  const first = await cutAndStartAgain(TEXTS['three parts'], Number.POSITIVE_INFINITY, 'dropped');
  for (let cutAt = 20; cutAt < first.points; cutAt += 3) {
    for (let secondCut = 1; secondCut < 24; secondCut += 1) {
      const office = new Office();
      const attempt = office.attempt(TEXTS['three parts']);
      office.cloud.attempts.push(attempt);
      await office.start(new Power(cutAt));
      await office.start(new Power(secondCut), office.disk.afterPowerCut('half'));
      await office.start(new Power(), office.disk.afterPowerCut('zeros'));
      const decided = () => office.cloud.types(attempt.attemptId).length > 1;
      await office.clock.until(decided, `a decision after cuts at ${cutAt} and ${secondCut}`);
      const parts = office.network.given.map(({ part }) => part.concatenation?.part);
      expect(new Set(parts).size, `cuts at ${cutAt} and ${secondCut}`).toBe(parts.length);
    }
  }
});
