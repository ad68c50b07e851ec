import { encodeTime } from 'ulid';
import type { DerivedId } from '../../domain/shared/ids.ts';
import { sha256 } from './sha256.ts';

/** Crockford's, which ULIDs are written in */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LETTERS = 10;
const CHANCE_LETTERS = 16;

/** Sorts among the other ids by its moment. */
export const derivedId: DerivedId = (prefix, at, of) => {
  const letters = Array.from(sha256(`${prefix} ${of}`).subarray(0, CHANCE_LETTERS), (byte) => LETTERS[byte % 32]);
  return `${prefix}_${encodeTime(at.getTime(), TIME_LETTERS)}${letters.join('')}`;
};
