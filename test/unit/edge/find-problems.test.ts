import { describe, expect, it } from 'vitest';
import { BOX_PROBLEMS } from '../../../contract/box-problems.ts';
import { boxProblemTexts } from '../../../contract/catalogues/box-problems.ts';
import type { Health, ModemHealth } from '../../../contract/edge.ts';
import { findProblems } from '../../../functions/domain/edge/find-problems.ts';
import { type BoxHealth, canSend, isAlive } from '../../../functions/domain/edge/health.ts';
import { healthOf, modemHealth } from '../../support/health.ts';
import { readyBox } from '../../support/messages.ts';

const heardAt = '2026-11-21T10:00:00.000Z';
const box = readyBox({ tenantId: 'ten_1' });
const minutesLater = (minutes: number) => new Date(Date.parse(heardAt) + minutes * 60_000);

function health(given: Partial<Health> = {}): BoxHealth {
  const { type: _, journalId: __, epoch: ___, ...report } = healthOf(box, given);
  return { tenantId: box.tenantId, boxId: box.boxId, heardAt, report, complaints: {} };
}
const found = (given: Partial<Health>, minutes = 0) => findProblems(box, health(given), minutesLater(minutes));
const withModem = (given: Partial<ModemHealth>) => found({ modems: [modemHealth({ name: 'desk', ...given })] });

describe('what is wrong with a box', () => {
  it('is nothing when all is well', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, Partial<Health>, Partial<Health>]>([
    ['disk-low', { disk: { free: 64 * 2 ** 20 - 1, journal: 0 } }, { disk: { free: 64 * 2 ** 20, journal: 0 } }],
    ['clock-off', { clockSkewMs: -60_001 }, { clockSkewMs: -60_000 }],
    [
      'certificate-ends-soon',
      { certificateEndsAt: '2026-12-21T09:59:59.000Z' },
      { certificateEndsAt: '2026-12-21T10:00:00.000Z' },
    ],
  ])('S8 is %s from its limit on', (code, beyond, within) => {
    expect(found(beyond)).toEqual([{ code }]);
    expect(found(within)).toEqual([]);
  });

  it.each<[string, Partial<ModemHealth>]>([
    ['modem-out-of-reach', { state: 'out-of-reach' }],
    ['modem-given-up', { state: 'given-up' }],
    ['no-network', { state: 'searching' }],
    ['sim-not-ready', { state: 'out-of-reach', sim: 'not-ready' }],
    ['paused', { paused: true }],
  ])('is %s of the modem that it names', (code, given) => {
    expect(withModem(given)).toEqual([{ code, modem: 'desk' }]);
  });

  it('S8 is that it is silent after five minutes, and then nothing that it said before', () => {
    const bad = { disk: { free: 0, journal: 0 } };
    expect(found(bad, 5)).toEqual([{ code: 'disk-low' }]);
    expect(found(bad, 5.1)).toEqual([{ code: 'silent' }]);
  });

  it('is that it tells no health, though it is heard of, and then nothing that it told before', () => {
    const bad = health({ disk: { free: 0, journal: 0 } });
    const heardNow = { ...bad, heardAt: minutesLater(5.1).toISOString() };
    expect(findProblems(box, heardNow, minutesLater(5.1))).toEqual([{ code: 'no-health' }]);
    const { report: _, ...untold } = bad;
    expect(findProblems(box, untold, minutesLater(0))).toEqual([{ code: 'no-health' }]);
  });

  it('is that it never joined, or that its disk was restored', () => {
    expect(findProblems(box, undefined, minutesLater(0))).toEqual([{ code: 'not-joined' }]);
    expect(findProblems({ ...box, quarantined: 'cloned' }, health(), minutesLater(0))).toEqual([
      { code: 'quarantined' },
    ]);
  });

  it('B11 is said in four languages, each in its own words', () => {
    expect(Object.keys(boxProblemTexts).sort()).toEqual(['de', 'en', 'nl', 'pl']);
    for (const code of BOX_PROBLEMS)
      expect(new Set(Object.values(boxProblemTexts).map((texts) => texts[code])).size, code).toBe(4);
  });
});

it('whether a box can send is unknown when its report is older than three minutes, though it is heard of', () => {
  const heardAt = minutesLater(4).toISOString();
  expect(canSend({ ...health(), heardAt }, minutesLater(3))).toBe(true);
  expect(canSend({ ...health(), heardAt }, minutesLater(3.1))).toBeUndefined();
});

it('a box is alive until nothing was heard of it for three minutes', () => {
  expect(isAlive(health(), minutesLater(3))).toBe(true);
  expect(isAlive(health(), minutesLater(3.1))).toBe(false);
  expect(isAlive(undefined, minutesLater(0))).toBe(false);
});
