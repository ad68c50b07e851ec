import { describe, expect, it } from 'vitest';
import type { Health, ModemHealth } from '../../../contract/edge.ts';
import { watchBoxes } from '../../../functions/domain/edge/watch-boxes.ts';
import { healthOf, modemHealth } from '../../support/health.ts';
import { memoryHealths } from '../../support/memory-boxes.ts';
import { readyBox } from '../../support/messages.ts';

const START = Date.parse('2026-11-21T10:00:00.000Z');
const box = readyBox({ tenantId: 'ten_1' });

/** A box that is watched each minute, and what was raised, with the minute. */
function watched(one = box) {
  const healths = memoryHealths();
  const raised: string[] = [];
  let minute = 0;
  const clock = { now: () => new Date(START + minute * 60_000) };
  const where: object[] = [];
  const trouble = (what: string, at: { modem?: string }) => {
    raised.push(`${minute} ${what}${at.modem === undefined ? '' : ` ${at.modem}`}`);
    where.push(at);
  };
  async function pass(minutes: number, told?: Partial<Health>) {
    for (const end = minute + minutes; minute < end; minute += 1) {
      const {
        type: _,
        journalId: __,
        epoch: ___,
        ...report
      } = healthOf(box, { at: clock.now().toISOString(), ...told });
      if (told) await healths.keep(box, report, clock.now());
      await watchBoxes({ healths, trouble, clock }, box.tenantId, [one]);
    }
  }
  /** Heard of by its events alone. */
  async function passWithoutHealth(minutes: number) {
    for (let left = minutes; left > 0; left -= 1) {
      await healths.heard(box, clock.now());
      await pass(1);
    }
  }
  return { pass, passWithoutHealth, raised, where };
}
const modem = (given: Partial<ModemHealth>): Partial<Health> => ({ modems: [modemHealth({ name: 'desk', ...given })] });

describe('S8 an alarm is raised once, until all is well again,', () => {
  it.each<[string, Partial<Health>, string]>([
    ['when the disk is low', { disk: { free: 1_000, journal: 0 } }, 'box disk low'],
    ['when the clock is off', { clockSkewMs: 90_000 }, 'box clock off'],
    ['when the certificate ends soon', { certificateEndsAt: '2026-12-01T00:00:00.000Z' }, 'certificate ends soon'],
    ['when a modem was given up', modem({ state: 'given-up' }), 'modem unusable desk'],
    ['when a SIM card is not ready', modem({ sim: 'not-ready', state: 'out-of-reach' }), 'modem unusable desk'],
  ])('%s', async (_, bad, raisedAs) => {
    const { pass, raised, where } = watched();
    await pass(2, {});
    await pass(30, bad);
    await pass(5, {});
    await pass(3, bad);
    expect(raised).toEqual([`2 ${raisedAs}`, '32 box well again', `37 ${raisedAs}`]);
    expect(where[0]).toMatchObject({ tenantId: box.tenantId, boxId: box.boxId });
  });

  it('when nothing was heard of a box for five minutes', async () => {
    const { pass, raised } = watched();
    await pass(3, {});
    await pass(30);
    await pass(3, {});
    expect(raised).toEqual(['8 box silent', '33 box well again']);
  });

  it('when a box is heard of and has told no health for ten minutes, and not for what was wrong before', async () => {
    const { pass, passWithoutHealth, raised } = watched();
    const bad = { disk: { free: 1_000, journal: 0 } };
    await pass(3, bad);
    await passWithoutHealth(30);
    await pass(2, bad);
    await pass(1, {});
    expect(raised).toEqual(['0 box disk low', '13 box health missing', '35 box well again']);
  });

  it('when a box that was silent is heard of again, and tells no health', async () => {
    const { pass, passWithoutHealth, raised } = watched();
    await pass(1, {});
    await pass(10);
    await passWithoutHealth(8);
    await pass(1, {});
    expect(raised).toEqual(['6 box silent', '11 box well again', '16 box health missing', '19 box well again']);
  });

  it('when a modem has no network for ten minutes, and not when it finds it before', async () => {
    const { pass, raised } = watched();
    await pass(10, modem({ state: 'searching' }));
    await pass(1, {});
    expect(raised).toEqual([]);
    await pass(15, modem({ state: 'searching' }));
    await pass(1, {});
    expect(raised).toEqual(['21 modem unusable desk', '26 box well again']);
  });

  it('and not again for what a box had before it was silent', async () => {
    const { pass, raised } = watched();
    const bad = { disk: { free: 1_000, journal: 0 } };
    await pass(2, bad);
    await pass(20);
    await pass(2, bad);
    await pass(1, {});
    expect(raised).toEqual(['0 box disk low', '7 box silent', '24 box well again']);
  });

  it('of each modem by itself', async () => {
    const { pass, raised } = watched();
    const two = (right: ModemHealth['state']): Partial<Health> => ({
      modems: [modemHealth({ name: 'left', state: 'given-up' }), modemHealth({ name: 'right', state: right })],
    });
    await pass(2, two('ready'));
    await pass(2, two('given-up'));
    await pass(2, two('ready'));
    expect(raised).toEqual(['0 modem unusable left', '2 modem unusable right']);
  });

  it('not for a box that was removed', async () => {
    const { pass, raised } = watched({ ...box, removedAt: new Date(START).toISOString() });
    await pass(1, modem({ state: 'given-up' }));
    await pass(10);
    expect(raised).toEqual([]);
  });

  it('not for what somebody meant or what passes by itself', async () => {
    const { pass, raised } = watched();
    await pass(30, modem({ paused: true, state: 'out-of-reach' }));
    expect(raised).toEqual([]);
  });
});
