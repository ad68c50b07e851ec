import { describe, expect, it } from 'vitest';
import { monthAfter, readMonth } from '../../../web/src/features/credits/month.ts';

describe('the month of the statement in an address', () => {
  it('E0-9 is a month, or else nothing is asked for', () => {
    expect(readMonth('2026-11')).toBe('2026-11');
    for (const words of ['', '2026-13', '2026-1', '2026-11-01', 'november']) expect(readMonth(words)).toBeUndefined();
  });

  it('E0-9 leads to the ones around it, over the turn of the year', () => {
    expect([monthAfter('2026-01', -1), monthAfter('2026-12', 1), monthAfter('2026-11', 0)]).toEqual([
      '2025-12',
      '2027-01',
      '2026-11',
    ]);
  });
});
