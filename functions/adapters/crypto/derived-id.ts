import { encodeTime } from 'ulid';
import type { DerivedId } from '../../domain/shared/ids.ts';
import { inLetters } from './letters.ts';
import { sha256 } from './sha256.ts';

const TIME_LETTERS = 10;
const CHANCE_LETTERS = 16;

/** Sorts among the other ids by its moment. */
export const derivedId: DerivedId = (prefix, at, of) =>
  `${prefix}_${encodeTime(at.getTime(), TIME_LETTERS)}${inLetters(sha256(`${prefix} ${of}`), CHANCE_LETTERS)}`;
