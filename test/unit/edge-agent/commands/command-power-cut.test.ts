import { expect, it } from 'vitest';
import { commandOf } from '../../../support/edge/commands.ts';
import { TEARS, type Tear } from '../../../support/edge/memory-disk.ts';
import { Office } from '../../../support/edge/office.ts';
import { Power } from '../../../support/edge/power.ts';

/** A command with the power cut at a point, repeated by the cloud until it is answered. */
async function cutDuring(kind: 'pause' | 'ussd', cutAt: number, tear: Tear) {
  const office = new Office();
  let asked = 0;
  const prepare = (modem: Office['modem']) => {
    modem.ussdAnswer = async () => {
      asked += 1;
      return { text: 'EUR 12.30', expectsReply: false };
    };
  };
  await office.start(new Power(), new Map(), prepare);
  const power = new Power(cutAt);
  await office.start(power, office.disk.afterPowerCut(), prepare);
  const command = commandOf(office, 1, kind === 'pause' ? { kind } : { kind, modem: 'modem', code: '*100#' });
  void office.cloud.sendCommand(command);
  await office.clock.advance(0);

  await office.start(new Power(), office.disk.afterPowerCut(tear), prepare);
  await office.cloud.sendCommand(command);
  const answer = () => office.cloud.answerTo(command.commandId);
  await office.clock.until(() => answer() !== undefined, 'an answer');
  await office.send(office.attempt('Goedemorgen'));
  return {
    points: power.points,
    passed: power.passed,
    asked,
    outcome: answer()?.outcome,
    sent: office.network.texts(),
  };
}

it.each(TEARS)(
  'a USSD code is asked once at most, with the power cut at any point (unsynced bytes %s)',
  async (tear) => {
    const { points, passed } = await cutDuring('ussd', Number.POSITIVE_INFINITY, tear);
    expect(passed.join()).toContain('after sync command-taken');
    const outcomes = new Set<string | undefined>();
    for (let cutAt = 1; cutAt <= points; cutAt += 1) {
      const { asked, outcome } = await cutDuring('ussd', cutAt, tear);
      outcomes.add(outcome);
      expect(asked, `cut at ${cutAt}`).toBeLessThanOrEqual(1);
      if (outcome === 'done') expect(asked, `cut at ${cutAt}`).toBe(1);
    }
    expect(outcomes).toEqual(new Set(['done', 'failed']));
  },
);

it.each(TEARS)(
  'a pause is told done exactly when it holds, with the power cut at any point (unsynced bytes %s)',
  async (tear) => {
    const { points } = await cutDuring('pause', Number.POSITIVE_INFINITY, tear);
    for (let cutAt = 1; cutAt <= points; cutAt += 1) {
      const { outcome, sent } = await cutDuring('pause', cutAt, tear);
      expect(sent, `cut at ${cutAt}: ${outcome}`).toEqual(outcome === 'done' ? [] : ['Goedemorgen']);
    }
  },
);
