import { describe, expect, it } from 'vitest';
import { type Line, sendUntil } from '../../../../functions/domain/messaging/batches/estimate/pace.ts';
import type { QuietHours } from '../../../../functions/domain/messaging/departure/quiet-hours.ts';
import { NIGHTS, quietHoursOf } from '../../../support/quiet-hours.ts';

const MODEM: Line = { perMinute: 10 };
const NIGHT = quietHoursOf(NIGHTS); // 21:00 to 08:00 in Amsterdam: 20:00Z to 07:00Z in winter

/** From Monday 2026-11-23, 09:00Z, on, for a week. */
function paced(lines: readonly Line[], parts: number, quiet?: QuietHours, sentToday?: readonly number[]) {
  const from = { at: new Date('2026-11-23T09:00:00Z'), sentToday: sentToday ?? lines.map(() => 0), left: parts };
  const { at, left } = sendUntil(lines, quiet, from, new Date('2026-11-30T09:00:00Z'));
  return [at.toISOString().replace(':00.000Z', 'Z'), Math.round(left)];
}

describe('B4 the pace of an estimate', () => {
  it.each<[string, readonly Line[], number, string, number]>([
    ['one modem', [MODEM], 600, '2026-11-23T10:00Z', 0],
    ['two modems share', [MODEM, MODEM], 600, '2026-11-23T09:30Z', 0],
    ['a SIM card of 2 a minute beside one without a limit', [MODEM, { perMinute: 2 }], 720, '2026-11-23T10:00Z', 0],
    // 300 by 09:30, the rest from midnight (UTC) on
    ['a limit of a day', [{ perMinute: 10, perDay: 300 }], 400, '2026-11-24T00:10Z', 0],
    // 30 min at 12 a minute, then 2 a minute until midnight
    [
      'one reaches its day, the other goes on',
      [{ ...MODEM, perDay: 300 }, { perMinute: 2 }],
      480,
      '2026-11-23T10:30Z',
      0,
    ],
    ['days that follow each other', [{ perMinute: 10, perDay: 100 }], 350, '2026-11-26T00:05Z', 0],
    // 7 calendar days and a part of the eighth, in which the limit is new
    ['a week is too short', [{ perMinute: 10, perDay: 100 }], 1_000, '2026-11-30T09:00Z', 200],
    ['nothing sends', [], 5, '2026-11-30T09:00Z', 5],
  ])('%s', (_, lines, parts, at, left) => {
    expect(paced(lines, parts)).toEqual([at, left]);
  });

  it('has what was sent today before count towards the day, and the next day begin anew', () => {
    const lines = [{ perMinute: 10, perDay: 100 }];
    expect(paced(lines, 50, undefined, [40])).toEqual(['2026-11-23T09:05Z', 0]);
    expect(paced(lines, 70, undefined, [40])).toEqual(['2026-11-24T00:01Z', 0]);
    expect(paced(lines, 10, undefined, [140])).toEqual(['2026-11-24T00:01Z', 0]);
  });
});

describe('B7 the pace of an estimate with quiet hours', () => {
  it.each<[string, readonly Line[], number, string, QuietHours]>([
    ['done before them', [MODEM], 6_600, '2026-11-23T20:00Z', NIGHT],
    ['rests across midnight', [MODEM], 6_601, '2026-11-24T07:00:06.000Z', NIGHT],
    ['rests each night', [MODEM], 6_600 + 7_800 + 600, '2026-11-25T08:00Z', NIGHT],
    ['by the clocks of another zone', [MODEM], 600, '2026-11-23T14:00Z', quietHoursOf(NIGHTS, 'America/New_York')],
    ['and a day’s limit that ends in the night', [{ perMinute: 10, perDay: 300 }], 310, '2026-11-24T07:01Z', NIGHT],
    [
      'that last a weekend',
      [MODEM],
      5 * 1440 * 10 - 9 * 600 + 10,
      '2026-11-30T00:01Z',
      quietHoursOf({ windows: [{ from: '00:00', until: '00:00', days: ['Sat', 'Sun'] }] }, 'Europe/London'),
    ],
  ])('%s', (_, lines, parts, at, quiet) => {
    expect(paced(lines, parts, quiet)).toEqual([at, 0]);
  });

  it('follows the clocks when they change', () => {
    const from = { at: new Date('2026-10-24T18:00:00Z'), sentToday: [0], left: 1_201 };
    // quiet from 19:00Z; on Sunday 08:00 in Amsterdam is 07:00Z
    expect(sendUntil([MODEM], NIGHT, from, new Date('2026-10-31T18:00:00Z')).at.toISOString()).toBe(
      '2026-10-25T08:00:06.000Z',
    );
  });
});
