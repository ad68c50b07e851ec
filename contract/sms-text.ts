/**
 * Alphabets and parts of an SMS: the one way of counting, for the API, the charge, the web page and the box.
 * Source: 3GPP TS 23.038 section 6.2.1 (default alphabet and extension table), TS 23.040 section 9.2.3.24.1.
 */

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};
export const ESCAPE = 0x1b;

const septetsByCharacter = new Map<string, readonly number[]>([
  ...[...BASIC].map((character, code) => [character, [code]] as const).filter(([, [code]]) => code !== ESCAPE),
  ...Object.entries(EXTENSION).map(([character, code]) => [character, [ESCAPE, code]] as const),
]);
const basicCharacters = [...BASIC];
const extensionCharacters = new Map(Object.entries(EXTENSION).map(([character, code]) => [code, character]));

export type Alphabet = 'gsm7' | 'ucs2';

/** Units (septets, or UTF-16 units) in a text of one part, and in each part of a longer one (8-bit reference). */
export const UNITS = { gsm7: { single: 160, part: 153 }, ucs2: { single: 70, part: 67 } } as const;

/** The most parts one message may have. */
export const MAX_PARTS = 10;

/** Septets of one character in the GSM 7-bit alphabet: one, or two for the extension table; undefined if it has none. */
export function gsm7Septets(character: string): readonly number[] | undefined {
  return septetsByCharacter.get(character);
}

/** The text of septets; what no table knows becomes a space (escape) or its basic character, as TS 23.038 asks. */
export function gsm7Text(septets: Iterable<number>): string {
  let text = '';
  let escaped = false;
  for (const septet of septets) {
    if (!escaped && septet === ESCAPE) {
      escaped = true;
      continue;
    }
    text += (escaped ? extensionCharacters.get(septet) : undefined) ?? basicCharacters[septet] ?? ' ';
    escaped = false;
  }
  return escaped ? `${text} ` : text;
}

export function alphabetOf(text: string): Alphabet {
  for (const character of text) if (!septetsByCharacter.has(character)) return 'ucs2';
  return 'gsm7';
}

function unitsOf(character: string, alphabet: Alphabet): number {
  return alphabet === 'gsm7' ? (septetsByCharacter.get(character)?.length ?? 0) : character.length;
}

export interface SmsText {
  readonly alphabet: Alphabet;
  /** septets (gsm7) or UTF-16 units (ucs2) of the whole text */
  readonly units: number;
  /** the text of each part; joined they are the text. Never splits an escape or a surrogate pair. */
  readonly parts: readonly string[];
}

/** Measures a text and cuts it into the parts that are sent. An empty text is one empty part. */
export function smsText(text: string): SmsText {
  const alphabet = alphabetOf(text);
  let units = 0;
  for (const character of text) units += unitsOf(character, alphabet);
  if (units <= UNITS[alphabet].single) return { alphabet, units, parts: [text] };

  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of text) {
    const more = unitsOf(character, alphabet);
    if (used + more > UNITS[alphabet].part) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += more;
  }
  parts.push(part);
  return { alphabet, units, parts };
}
