import { describe, expect, it } from 'vitest';
import { TEARS, type Tear } from '../../support/edge/memory-disk.ts';
import { Office } from '../../support/edge/office.ts';
import { Power } from '../../support/edge/power.ts';

/** What the box has of the message when the revoke comes, and how it comes to that. */
const MOMENTS = {
  'does not know it': async (office: Office) => office.attempt('Goedemorgen'),
  'has not begun it': async (office: Office) => {
    office.modem.isReady = new Promise(() => {});
    const attempt = office.attempt('Goedemorgen');
    void office.cloud.sendAttempts([attempt]);
    await office.clock.advance(0);
    return attempt;
  },
  'gives it to the modem': async (office: Office) => {
    const attempt = office.attempt('x'.repeat(400));
    void office.cloud.sendAttempts([attempt]);
    return attempt;
  },
};

/** Revokes a message with the power cut at a point, starts again, and lets the attempt come once more, late. */
async function cutAndStartAgain(
  moment: (office: Office) => ReturnType<(typeof MOMENTS)[keyof typeof MOMENTS]>,
  cutAt: number,
  tear: Tear,
) {
  const office = new Office();
  await office.start();
  const power = new Power(cutAt);
  await office.restart(power);
  const attempt = await moment(office);
  void office.cloud.sendRevoke([attempt]);
  await office.clock.advance(0);
  const types = () => office.cloud.types(attempt.attemptId);
  const toldBefore = types().includes('revoked');

  await office.start(new Power(), office.disk.afterPowerCut(tear));
  const ended = () => types().some((type) => type !== 'received');
  await office.clock.until(ended, 'what became of it');
  await office.send(attempt);
  await office.clock.advance(3_600_000);
  return { office, points: power.points, types: types(), toldBefore };
}

describe.each(Object.entries(MOMENTS))('a power cut when a message is revoked and the box %s', (_, moment) => {
  it.each(TEARS)('B1 sends nothing of what it says to be revoked, at any point (unsynced bytes %s)', async (tear) => {
    const { points } = await cutAndStartAgain(moment, Number.POSITIVE_INFINITY, tear);
    expect(points).toBeGreaterThan(10);
    for (let cutAt = 1; cutAt <= points; cutAt += 1) {
      const { office, types, toldBefore } = await cutAndStartAgain(moment, cutAt, tear);
      const at = `cut at ${cutAt} of ${points}: ${types}`;
      const parts = office.network.given.map(({ part }) => part.concatenation?.part ?? 1);
      expect(new Set(parts).size, at).toBe(parts.length);
      expect(
        types.filter((type) => type !== 'received'),
        at,
      ).toHaveLength(1);
      if (toldBefore) expect(types, at).toContain('revoked');
      if (types.includes('revoked')) expect(parts, at).toEqual([]);
      else expect(moment, at).toBe(MOMENTS['gives it to the modem']);
    }
  });
});
