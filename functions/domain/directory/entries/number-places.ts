import type { Place } from './model.ts';

/** Digits at the end of a number that its national and its international form have in common. */
const TAIL = 8;

/** What a number is found by, however it was typed; undefined for what has too few digits. Others may end alike. */
export function numberTail(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '');
  return digits.length < TAIL ? undefined : digits.slice(-TAIL);
}

/** The list of those that have a number which ends so. */
export const numberedWith = (tail: string) => `numbered/${tail}`;

/** By each number: a message from a phone is shown with whom it came from. */
export function numberPlaces(phones: readonly { readonly number: string }[]): Place[] {
  const tails = new Set(phones.map(({ number }) => numberTail(number)));
  return [...tails].flatMap((tail) => (tail === undefined ? [] : [{ list: numberedWith(tail), sort: 'record' }]));
}
