/** How passwords are made that are guessed first: from a row, a repetition, a common word with figures, or names. */

/** Small letters without accents. */
export const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** So many figures and marks before and behind a word together add next to nothing: `welkom2026!!`. A longer tail may be chance. */
const ENDS_AT_MOST = 8;

/** The word between figures and marks; the whole where there are many of them. */
export function withoutEnds(text: string): string {
  const word = text.replace(/^\P{L}+|\P{L}+$/gu, '');
  return text.length - word.length <= ENDS_AT_MOST ? word : text;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '€': 'e', '+': 't' },
};

/** The same with letters for figures that look like them; 1 and ! stand for two. */
export function withoutLookalikes(word: string): string[] {
  const letters = word.replace(/[034578@$€+]/g, (sign) => LOOKALIKES[sign] ?? sign);
  return ['i', 'l'].map((letter) => letters.replace(/[1!|]/g, letter));
}

/** A period of so few characters is a repetition: abcabcabcabc. */
const PERIOD_AT_MOST = 4;
/** So many characters may leave a row: 123456789012! */
const STRAYS = 2;

export function isRowOrRepetition(password: string): boolean {
  const codes = [...plain(password)].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, place) => code - (codes[place] ?? 0));
  const isRow = (step: number) =>
    steps.filter((one) => one === step || Math.abs(one) === 9).length >= steps.length - STRAYS;
  const repeats = (period: number) => codes.slice(period).every((code, place) => code === codes[place]);
  return [-1, 0, 1].some(isRow) || Array.from({ length: PERIOD_AT_MOST }, (_, place) => place + 1).some(repeats);
}

/** Shorter words are part of too many others. */
const NAME_AT_LEAST = 3;
/** Beside names a password has as many letters of its own, … */
const OWN_LETTERS = 5;
/** … or as many letters and figures. */
const OWN_CHARACTERS = 10;

/** Whether little is left of it without the words of these names. */
export function isMostlyNames(password: string, names: readonly string[]): boolean {
  const words = names
    .flatMap((name) => [plain(name).replace(/[^\p{L}\p{N}]/gu, ''), ...plain(name).split(/[^\p{L}]+/u)])
    .filter((word) => word.length >= NAME_AT_LEAST)
    .sort((a, b) => b.length - a.length);
  const whole = plain(password).replace(/[^\p{L}\p{N}]/gu, '');
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), whole);
  const letters = rest.replace(/\P{L}/gu, '');
  return rest !== whole && letters.length < OWN_LETTERS && rest.length < OWN_CHARACTERS;
}
