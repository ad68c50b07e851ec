import { expect, it } from 'vitest';
import { localDay } from '../../../functions/domain/directory/local-day.ts';
import { runsOn } from '../../../functions/domain/hirers/model.ts';

it.each([
  ['2026-11-21T22:59:59.999Z', '2026-11-21'],
  ['2026-11-21T23:00:00.000Z', '2026-11-22'],
  ['2026-07-01T21:59:59.999Z', '2026-07-01'],
  ['2026-07-01T22:00:00.000Z', '2026-07-02'],
  ['2026-12-31T23:00:00.000Z', '2027-01-01'],
])('an agency’s day at %s is %s, in summer and in winter', (moment, day) => {
  for (const country of ['NL', 'DE', 'AT', 'PL'] as const) expect(localDay(country, new Date(moment))).toBe(day);
});

it.each([
  ['the day before', '2026-11-01', false],
  ['its first day', '2026-11-02', true],
  ['its last day', '2026-11-20', true],
  ['the day after', '2026-11-21', false],
])('a placement counts on %s: %s', (_, day, runs) => {
  expect(runsOn(day, { from: '2026-11-02', until: '2026-11-20' })).toBe(runs);
  expect(runsOn(day, { from: '2026-11-02', until: undefined })).toBe(day >= '2026-11-02');
});
