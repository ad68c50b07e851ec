import { expect, it } from 'vitest';
import { decodeFrames } from '../../../../edge-agent/src/journal/frame.ts';
import type { JournalRecord } from '../../../../edge-agent/src/journal/records.ts';
import { TEARS, type Tear } from '../../../support/edge/memory-disk.ts';
import { Office } from '../../../support/edge/office.ts';
import { Power } from '../../../support/edge/power.ts';

/** Of one part and of three, to numbers of their own. */
const TEXTS = ['Goedemorgen', 'x'.repeat(400), 'Goedenavond'];

/** Sends the messages through two modems with the power cut at a point, starts again, and lets everything come to rest. */
async function cutAndStartAgain(cutAt: number, tear: Tear) {
  const office = new Office('one', 'two');
  const attempts = TEXTS.map((text, index) => office.attempt(text, { to: `+3161234567${index}` }));
  office.cloud.attempts.push(...attempts);
  const power = new Power(cutAt);
  await office.start(power);
  const left = office.disk.afterPowerCut(tear);
  const records = [...left.values()].flatMap((file) => decodeFrames(file).records as JournalRecord[]);
  const notes = (type: 'submitting' | 'submitted', id: string) =>
    records.filter((record) => record.type === type && record.attemptId === id).length;
  const messages = attempts.map(({ attemptId, to, text }) => ({
    ...{ attemptId, to, text },
    inDoubt: notes('submitting', attemptId) > notes('submitted', attemptId),
  }));

  await office.start(new Power(), left);
  const isDecided = (id: string) =>
    office.cloud.types(id).some((type) => type === 'submitted' || type === 'unconfirmed');
  await office.clock.until(() => attempts.every(({ attemptId }) => isDecided(attemptId)), 'a decision');
  return { office, messages, points: power.points };
}

it.each(TEARS)(
  'B1 a power cut at any point, with two modems: no part twice, none lost (unsynced bytes %s)',
  async (tear) => {
    const { points, office: whole } = await cutAndStartAgain(Number.POSITIVE_INFINITY, tear);
    expect(new Set(whole.network.given.map(({ modem }) => modem))).toEqual(new Set(['one', 'two']));
    for (let cutAt = 1; cutAt <= points; cutAt += 1) {
      const { office, messages } = await cutAndStartAgain(cutAt, tear);
      for (const { attemptId, to, text, inDoubt } of messages) {
        const about = `${attemptId}, cut at ${cutAt} of ${points}`;
        const given = office.network.given.filter(({ part }) => part.to === to);
        expect(new Set(given.map(({ part }) => part.concatenation?.part)).size, about).toBe(given.length);
        expect(new Set(given.map(({ modem }) => modem)).size, about).toBeLessThanOrEqual(1);
        expect(office.cloud.types(attemptId).includes('unconfirmed'), about).toBe(inDoubt);
        if (!inDoubt) expect(given.map(({ part }) => part.text).join(''), about).toBe(text);
      }
      for (const given of office.network.given) await office.modemNamed(given.modem).reportOn(given);
      await office.clock.advance(0);
      for (const { attemptId, to, text } of messages) {
        const given = office.network.given.filter(({ part }) => part.to === to);
        const onThePhone = given.map(({ part }) => part.text).join('') === text;
        expect(office.cloud.types(attemptId).includes('delivered'), `${attemptId}, cut at ${cutAt}`).toBe(onThePhone);
      }
    }
  },
);
