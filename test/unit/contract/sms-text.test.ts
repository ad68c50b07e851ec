import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabetOf, gsm7Septets, gsm7Text, smsText, UNITS } from '../../../contract/sms-text.ts';

const gsm7 = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0:;<=>?¡AZÄÖÑÜ§¿azäöñüà';
const extension = '\f^{}\\[~]|€';
const gsm7Character = fc.constantFrom(...gsm7, ...extension);
const anyCharacter = fc.oneof(
  gsm7Character,
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.constantFrom('😀', '👩‍👩‍👧', 'ł', 'Ж', '你'),
);
const anyText = fc.array(anyCharacter, { maxLength: 400 }).map((characters) => characters.join(''));

describe('the count of a text', () => {
  it.each([
    ['', 'gsm7', 0, 1],
    ['Goedemorgen', 'gsm7', 11, 1],
    ['x'.repeat(160), 'gsm7', 160, 1],
    ['x'.repeat(161), 'gsm7', 161, 2],
    ['x'.repeat(306), 'gsm7', 306, 2],
    ['x'.repeat(307), 'gsm7', 307, 3],
    ['€'.repeat(80), 'gsm7', 160, 1],
    ['Żółć €{}', 'ucs2', 8, 1],
    ['ë'.repeat(70), 'ucs2', 70, 1],
    ['ë'.repeat(71), 'ucs2', 71, 2],
    ['😀'.repeat(35), 'ucs2', 70, 1],
    ['😀'.repeat(36), 'ucs2', 72, 2],
  ] as const)('B5 of %j is %s, %i units, %i parts', (text, alphabet, units, parts) => {
    const counted = smsText(text);
    expect([counted.alphabet, counted.units, counted.parts.length]).toEqual([alphabet, units, parts]);
  });

  it('B5 knows each character of both tables by one or two septets, and the escape itself by none', () => {
    for (const character of gsm7) expect(gsm7Septets(character)).toHaveLength(1);
    for (const character of extension) expect(gsm7Septets(character)).toHaveLength(2);
    expect(gsm7Septets('\u001b')).toBeUndefined();
    expect(alphabetOf('ç')).toBe('ucs2');
  });

  it('B5 never splits an escape: the part before it stays one unit shorter', () => {
    const [first, second] = smsText(`${'x'.repeat(152)}€${'x'.repeat(20)}`).parts;
    expect(first).toBe('x'.repeat(152));
    expect(second).toBe(`€${'x'.repeat(20)}`);
  });

  it('B5 never splits an emoji: the part before it stays one unit shorter', () => {
    const [first, second] = smsText(`${'ж'.repeat(66)}😀${'ж'.repeat(20)}`).parts;
    expect(first).toBe('ж'.repeat(66));
    expect(second).toBe(`😀${'ж'.repeat(20)}`);
  });

  it('B5 cuts any text into parts that fit, that are whole by themselves and that make the text again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { alphabet, parts, units } = smsText(text);
        expect(parts.join('')).toBe(text);
        const most = parts.length === 1 ? UNITS[alphabet].single : UNITS[alphabet].part;
        const sizes = parts.map((part) => (alphabet === 'ucs2' ? part.length : septets(part).length));
        for (const size of sizes) expect(size).toBeLessThanOrEqual(most);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(units);
        if (text.isWellFormed()) for (const part of parts) expect(part.isWellFormed()).toBe(true);
      }),
    );
  });

  it('B5 reads septets back as the text that they were made of', () => {
    fc.assert(
      fc.property(fc.array(gsm7Character), (characters) => {
        expect(gsm7Text(septets(characters.join('')))).toBe(characters.join(''));
      }),
    );
    expect(gsm7Text([0x1b])).toBe(' ');
    expect(gsm7Text([0x1b, 0x41])).toBe('A');
  });
});

function septets(text: string): number[] {
  return [...text].flatMap((character) => gsm7Septets(character) ?? []);
}
