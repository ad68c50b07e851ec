import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietHours } from '../../../contract/quiet-hours.ts';
import { WEEKDAYS } from '../../../contract/weekdays.ts';
import { holdFor, quietFrom, quietUntil } from '../../../functions/domain/messaging/departure/quiet-hours.ts';
import { NIGHTS, quietHoursOf } from '../../support/quiet-hours.ts';

const until = (moment: string, setting: object = NIGHTS, timeZone?: string) =>
  quietUntil(quietHoursOf(setting, timeZone), new Date(moment))?.toISOString();

describe('B7 quiet hours', () => {
  it.each([
    ['in the evening', '2026-11-22T20:00:00Z', '2026-11-23T07:00:00.000Z'],
    ['in the morning', '2026-11-23T06:59:59.999Z', '2026-11-23T07:00:00.000Z'],
    ['before midnight, from the first moment', '2026-11-22T20:00:00.000Z', '2026-11-23T07:00:00.000Z'],
    ['after they are over', '2026-11-23T07:00:00Z', undefined],
    ['before they begin', '2026-11-22T19:59:59.999Z', undefined],
  ])('%s last until then', (_, moment, end) => {
    expect(until(moment)).toBe(end);
  });

  it.each([
    ['the night that is an hour shorter', '2026-03-28T21:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['the night that is an hour longer', '2026-10-24T20:00:00Z', '2026-10-25T07:00:00.000Z'],
  ])('end by the clock in %s', (_, moment, end) => {
    expect(until(moment)).toBe(end);
  });

  it('that would end in the hour that clocks leave out end with the jump', () => {
    const setting = { windows: [{ from: '22:00', until: '02:30' }] };
    expect(until('2026-03-28T23:00:00Z', setting)).toBe('2026-03-29T01:00:00.000Z');
  });

  it('hold again in the hour that clocks show twice', () => {
    const setting = { windows: [{ from: '22:00', until: '02:30' }] };
    expect(until('2026-10-25T00:00:00Z', setting)).toBe('2026-10-25T00:30:00.000Z');
    expect(until('2026-10-25T01:10:00Z', setting)).toBe('2026-10-25T01:30:00.000Z');
  });

  it('are meant by the clocks of their zone', () => {
    expect(until('2026-11-22T01:00:00Z', NIGHTS, 'America/New_York')).toBeUndefined();
    expect(until('2026-11-22T03:00:00Z', NIGHTS, 'America/New_York')).toBe('2026-11-22T13:00:00.000Z');
  });

  it('of one day begin on that day, and those that follow each other are one stretch', () => {
    const setting = {
      windows: [
        { from: '22:00', until: '07:00', days: ['Sat'] },
        { from: '00:00', until: '00:00', days: ['Sun'] },
      ],
    };
    expect(until('2026-11-20T22:00:00Z', setting)).toBeUndefined();
    expect(until('2026-11-21T22:00:00Z', setting)).toBe('2026-11-22T23:00:00.000Z');
  });

  it.each([
    ['the evening before', '2026-11-22T12:00:30Z', '2026-11-22T20:00:00.000Z', {}],
    ['the minute in which they do', '2026-11-22T20:00:59Z', '2026-11-22T20:00:00.000Z', {}],
    ['the day on which clocks are put forward', '2026-03-29T07:00:00Z', '2026-03-29T19:00:00.000Z', {}],
    ['a week before', '2026-11-23T07:00:00Z', '2026-11-28T23:00:00.000Z', { from: '00:00', days: ['Sun'] }],
    ['an hour that clocks leave out', '2026-03-29T00:50:00Z', '2026-03-29T01:00:00.000Z', { from: '02:30' }],
  ])('begin next, seen from %s', (_, moment, begin, changes) => {
    const setting = { windows: [{ from: '21:00', until: '08:00', ...changes }] };
    expect(quietFrom(quietHoursOf(setting), new Date(moment)).toISOString()).toBe(begin);
  });

  it('hold for what the agency names, never for a code', () => {
    const nights = quietHoursOf(NIGHTS);
    expect(holdFor(nights, {})).toBe(true);
    expect(holdFor(nights, { priority: 'high' })).toBe(false);
    expect(holdFor(quietHoursOf({ ...NIGHTS, priorities: ['high', 'normal', 'low'] }), { priority: 'high' })).toBe(
      true,
    );
    const marketing = quietHoursOf({ ...NIGHTS, categories: ['marketing'] });
    expect([holdFor(marketing, {}), holdFor(marketing, { category: 'marketing' })]).toEqual([false, true]);
    expect(holdFor(nights, { codeOf: 'rec_1' })).toBe(false);
  });

  it('that leave no time at all are refused, and so are zones and times that do not exist', () => {
    const refused = (setting: object) => quietHours.safeParse(setting).error?.issues.map(({ message }) => message);
    expect(refused({ windows: [{ from: '08:00', until: '08:00' }] })).toEqual(['Leave some time in which messages go']);
    expect(refused({ ...NIGHTS, timeZone: 'Europe/Utrecht' })).toEqual(['Give a time zone such as Europe/Amsterdam']);
    expect(refused({ windows: [{ from: '24:00', until: '08:00' }] })).toEqual(['Give a time of day such as 21:00']);
    expect(refused({ windows: [] })).toEqual(['Give 1 to 7 stretches of the week']);
  });

  it('end at the first minute that is not quiet, and begin at the first that is, whatever they are and wherever', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const window = fc.record({ from: time, until: time, days: fc.subarray([...WEEKDAYS], { minLength: 1 }) });
    const setting = fc
      .record({ windows: fc.array(window, { minLength: 1, maxLength: 3 }) })
      .filter((one) => quietHours.safeParse(one).success);
    const zone = fc.constantFrom('Europe/Amsterdam', 'Europe/Warsaw', 'America/New_York', 'Asia/Kathmandu');
    // around both changes of the clocks
    const moment = fc
      .tuple(fc.constantFrom('2026-03-27', '2026-10-23', '2026-11-01'), fc.integer({ min: 0, max: 5 * 1440 }))
      .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000));
    fc.assert(
      fc.property(setting, zone, moment, (one, timeZone, from) => {
        const quiet = quietHoursOf(one, timeZone);
        const end = quietUntil(quiet, from);
        if (!end) {
          const begin = quietFrom(quiet, from);
          expect(begin.getTime()).toBeGreaterThan(from.getTime());
          expect(quietUntil(quiet, begin)).toBeDefined();
          expect(quietUntil(quiet, new Date(begin.getTime() - 60_000))).toBeUndefined();
          return;
        }
        expect(quietUntil(quiet, end)).toBeUndefined();
        const before = new Date(end.getTime() - 60_000);
        expect(quietUntil(quiet, before)).toEqual(end);
        expect(end.getTime()).toBeGreaterThan(from.getTime());
      }),
      { numRuns: 60 },
    );
  });
});
