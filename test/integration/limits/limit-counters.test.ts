import { describe, expect, it } from 'vitest';
import { LimitCounters } from '../../../functions/adapters/dynamodb/limit-counters.ts';
import { type CountedFor, countTry } from '../../../functions/domain/limits/enforce-limits.ts';
import { LIMITS, type LimitName } from '../../../functions/domain/limits/limits.ts';
import { tried } from '../../support/limits.ts';
import { useTable } from '../../support/table.ts';

const { table } = useTable();
const time = { now: new Date('2026-11-22T10:04:00.000Z') };
const limits = { counters: new LimitCounters(table), clock: { now: () => time.now } };
const names = Object.keys(LIMITS) as LimitName[];

describe('a limit', () => {
  it.each(names)(
    'A15 of %s takes its number in a window, not one more, and the same again in the next',
    async (name) => {
      const { most, within } = LIMITS[name];
      const one = (who: string): CountedFor => ({ [name]: who });
      time.now = new Date('2026-11-22T10:04:00.000Z');
      await tried(table, name, 'a', time.now, most - 1);
      expect(await countTry(limits, one('a'))).toBeUndefined();
      const wait = await countTry(limits, one('a'));
      expect(wait).toBe((within - (time.now.getTime() % within)) / 1000);
      expect(await countTry(limits, one('b'))).toBeUndefined();
      time.now = new Date(time.now.getTime() + Number(wait) * 1000);
      expect(await countTry(limits, one('a'))).toBeUndefined();
    },
  );

  it('A15 takes its number of many that come at once', async () => {
    const { most } = LIMITS['join-box'];
    const tries = Array.from({ length: 3 * most }, () => countTry(limits, { 'join-box': 'at once' }));
    expect((await Promise.all(tries)).filter((wait) => wait === undefined)).toHaveLength(most);
  });

  it('A15 refuses by the one that is reached, and says the longest wait', async () => {
    time.now = new Date('2026-11-22T10:04:00.000Z');
    await tried(table, 'login-address', 'c', time.now);
    await tried(table, 'join-address', 'c', time.now);
    expect(await countTry(limits, { 'login-address': 'c', 'join-address': 'c', 'join-box': 'c' })).toBe(56 * 60);
    expect(await countTry(limits, { 'login-address': 'c', 'join-box': 'c' })).toBe(60);
  });
});
