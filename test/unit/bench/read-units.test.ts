import { expect, it } from 'vitest';
import { batchGetUnits, queryUnits } from '../../support/read-units.ts';

/** Of so many bytes, with the names of its attributes. */
const itemOf = (bytes: number) => ({ pk: { S: 'p' }, text: { S: 'x'.repeat(bytes - 7) } });

it('counts read units as the rules of AWS say', () => {
  expect(queryUnits([], false)).toBe(0.5);
  expect(queryUnits([], true)).toBe(1);
  // together they begin a second 4 kB
  expect(queryUnits([itemOf(2048), itemOf(2048)], false)).toBe(0.5);
  expect(queryUnits([itemOf(2048), itemOf(2049)], false)).toBe(1);
  // each by itself
  expect(batchGetUnits([itemOf(100), itemOf(4096), itemOf(4097)], false)).toBe(0.5 + 0.5 + 1);
  expect(batchGetUnits([itemOf(100)], true)).toBe(1);
});
