import { septetsByCharacter } from '../modem/gsm7.ts';

/** Parts of a text, by 3GPP TS 23.038 and 23.040: an escape or a pair of surrogates is never split. */
export function partsOf(text: string): number {
  const septets = septetsByCharacter(text);
  return septets
    ? filled(
        septets.map((units) => units.length),
        160,
        153,
      )
    : filled(
        [...text].map((character) => character.length),
        70,
        67,
      );
}

function filled(units: readonly number[], alone: number, joined: number): number {
  if (units.reduce((sum, one) => sum + one, 0) <= alone) return 1;
  let [parts, room] = [1, joined];
  for (const one of units) {
    if (one > room) [parts, room] = [parts + 1, joined];
    room -= one;
  }
  return parts;
}
