/** The modem's own reading of the GSM 7-bit alphabet (3GPP TS 23.038 section 6.2.1); as the judge it shares none of the agent's. */

/** The default alphabet, by rows of sixteen. */
const ROWS = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
];
const ESCAPE = 0x1b;
const AFTER_ESCAPE = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);

const BASIC_CODES = new Map(
  ROWS.flatMap((row, high) => [...row].map((character, low) => [character, 16 * high + low])),
);
BASIC_CODES.delete('\u001b');
const ESCAPED_CODES = new Map([...AFTER_ESCAPE].map(([code, character]) => [character, code]));

/** Takes `count` septets out of packed octets, beginning at septet `first`. */
export function unpackSeptets(octets: Uint8Array, first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const bit = (first + index) * 7;
    const pair = (octets[bit >> 3] ?? 0) | ((octets[(bit >> 3) + 1] ?? 0) << 8);
    return (pair >> (bit & 7)) & 0x7f;
  });
}

/** The characters of septets. A code that the extension table lacks shows its basic character, as the standard asks. */
export function septetsToText(septets: readonly number[]): string {
  const characters: string[] = [];
  for (let index = 0; index < septets.length; index++) {
    const septet = septets[index] as number;
    if (septet !== ESCAPE) {
      characters.push(basicCharacter(septet));
      continue;
    }
    index += 1;
    const escaped = septets[index];
    characters.push(escaped === undefined ? ' ' : (AFTER_ESCAPE.get(escaped) ?? basicCharacter(escaped)));
  }
  return characters.join('');
}

/** The septets of each character, the escape included; null when the alphabet lacks one of them. */
export function septetsByCharacter(text: string): number[][] | null {
  const septets: number[][] = [];
  for (const character of text) {
    const basic = BASIC_CODES.get(character);
    const escaped = ESCAPED_CODES.get(character);
    if (basic !== undefined) septets.push([basic]);
    else if (escaped !== undefined) septets.push([ESCAPE, escaped]);
    else return null;
  }
  return septets;
}

/** Packs septets into octets, beginning at septet `first`; the bits before it are 0. */
export function packSeptets(septets: readonly number[], first = 0): number[] {
  const octets: number[] = Array(Math.ceil(((first + septets.length) * 7) / 8)).fill(0);
  for (const [index, septet] of septets.entries()) {
    const bit = (first + index) * 7;
    const shifted = septet << (bit & 7);
    octets[bit >> 3] = (octets[bit >> 3] as number) | (shifted & 0xff);
    if (shifted > 0xff) octets[(bit >> 3) + 1] = shifted >> 8;
  }
  return octets;
}

function basicCharacter(septet: number): string {
  if (septet === ESCAPE) return ' ';
  return ROWS[septet >> 4]?.[septet & 0x0f] ?? ' ';
}
