import { describe, expect, it } from 'vitest';
import { type InboundMessage, inboundMessage, partsOf } from '../../../local/modem/inbound-message.ts';
import vectors from '../../support/pdu-vectors.json' with { type: 'json' };
import { readDeliver } from './deliver.ts';

const FROM = '+31612345678';
const context = { now: new Date('2026-11-21T12:00:00Z'), zoneMinutes: 60, nextReference: () => 7 };

function sent(message: InboundMessage) {
  return partsOf(inboundMessage.parse(message), context);
}

function read(message: InboundMessage) {
  return sent(message).map(({ tpdu }) => readDeliver(`00${tpdu}`));
}

describe('messages to the SIM', () => {
  it.each(['+31612345678', '0612345678', 'Heraut', 'Informatie1', '12345', 'a'])('B3 come from %s', (from) => {
    expect(read({ from, text: 'Hallo' })).toMatchObject([{ type: 0, from, text: 'Hallo', fault: null }]);
  });

  it('are written as a network wrote them', () => {
    const vector = vectors.find(({ decoded, hex }) => {
      return decoded.type === 'DELIVER' && decoded.smsc !== undefined && decoded.dcs === 0 && !decoded.concat && hex;
    });
    const { number = '', text = '', scts = '' } = vector?.decoded ?? {};
    const offset = /([+-])(\d\d):(\d\d)$/.exec(scts);
    const zoneMinutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
    const [part] = sent({ from: number, text, at: scts, zoneMinutes });
    expect(vector?.hex.endsWith(part?.tpdu ?? 'none')).toBe(true);
  });

  it('tell their time with a zone west of UTC', () => {
    const at = '2011-02-28T11:50:50-05:00';
    expect(read({ from: FROM, text: 'x', at, zoneMinutes: -300 })).toMatchObject([{ timestamp: '1120821105050A' }]);
  });

  it('choose the alphabet that holds the text, and flash', () => {
    expect(read({ from: FROM, text: 'Prijs: 5 €' })).toMatchObject([{ alphabet: 'gsm7', dataCoding: 0 }]);
    expect(read({ from: FROM, text: 'Żółć', flash: true })).toMatchObject([{ alphabet: 'ucs2', dataCoding: 0x18 }]);
    expect(read({ from: FROM, text: '00FF7F', alphabet: '8bit' })).toMatchObject([{ text: '00FF7F', dataCoding: 4 }]);
  });

  it.each([8, 16] as const)('B5 fill their parts, and split no escape (reference of %s bits)', (referenceBits) => {
    const room = referenceBits === 8 ? 153 : 152;
    const text = `${'a'.repeat(room - 1)}€ en nog een einde`;
    const parts = read({ from: FROM, text, referenceBits, reference: 200 });
    expect(parts.map((part) => part.text)).toEqual(['a'.repeat(room - 1), '€ en nog een einde']);
    expect(parts.map(({ concatenation }) => concatenation)).toEqual([
      { reference: 200, bits: referenceBits, part: 1, parts: 2 },
      { reference: 200, bits: referenceBits, part: 2, parts: 2 },
    ]);
    expect(parts.every(({ fault }) => fault === null)).toBe(true);
  });

  it('B5 split no surrogate pair', () => {
    const texts = read({ from: FROM, text: `${'ł'.repeat(66)}😀 koniec` }).map(({ text }) => text);
    expect(texts).toEqual(['ł'.repeat(66), '😀 koniec']);
  });

  it('come in the order asked for, twice or not at all', () => {
    const text = 'a'.repeat(400);
    expect(sent({ from: FROM, text, order: [3, 1, 3] }).map(({ part }) => part)).toEqual([3, 1, 3]);
    expect(() => sent({ from: FROM, text, order: [4] })).toThrow('there is no part 4: the text makes 3');
  });

  it.each([
    [{ from: 'twelve chars', text: 'x' }, 'a name has at most 11 septets of GSM-7'],
    [{ from: FROM, text: 'Ż', alphabet: 'gsm7' }, 'the GSM 7-bit alphabet lacks a character of the text'],
    [{ from: FROM, text: 'x'.repeat(153 * 255 + 1) }, '256 parts, at most 255 can be counted'],
    [{ from: FROM, text: 'x', alphabet: '8bit' }, 'not a whole number of hexadecimal octets'],
  ] satisfies [InboundMessage, string][])('refuse what can not be sent', (message, reason) => {
    expect(() => sent(message)).toThrow(reason);
  });
});
