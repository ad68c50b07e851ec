import { expect, it } from 'vitest';
import { derivedId } from '../../../functions/adapters/crypto/derived-id.ts';

const at = new Date('2026-11-22T01:00:00.000Z');

it('an id that is derived is the same each time, another for anything else, and in the form of the others', () => {
  const id = derivedId('not', at, 'block of wrk_1');
  expect(id).toMatch(/^not_[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(derivedId('not', at, 'block of wrk_1')).toBe(id);
  expect(derivedId('not', at, 'block of wrk_2')).not.toBe(id);
  expect(derivedId('aud', at, 'block of wrk_1').slice(4)).not.toBe(id.slice(4));
});

it('an id that is derived sorts by its moment', () => {
  const later = new Date(at.getTime() + 1);
  for (const of of ['a', 'b', 'c', 'd']) expect(derivedId('not', at, of) < derivedId('not', later, 'z')).toBe(true);
});
