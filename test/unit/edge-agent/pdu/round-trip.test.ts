import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gsm7Septets, smsText, UNITS } from '../../../../contract/sms-text.ts';
import { decodeTpdu, tpduOf } from '../../../../edge-agent/src/pdu/decode.ts';
import { encodeSubmit } from '../../../../edge-agent/src/pdu/encode-submit.ts';
import { PduError } from '../../../../edge-agent/src/pdu/pdu-error.ts';
import type { Part } from '../../../../edge-agent/src/ports.ts';

const GSM7 = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter((character) =>
  gsm7Septets(character),
);
const number = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
const gsm7Text = fc.string({ unit: fc.constantFrom(...GSM7), maxLength: 700 });
const anyText = fc.string({ unit: 'grapheme', maxLength: 300 });
const reference = fc.integer({ min: 0, max: 255 });

/** The parts of a text as the agent gives them to the modem. */
function partsOf(to: string, text: string, ref: number): Part[] {
  const { alphabet, parts } = smsText(text);
  return parts.map((part, index) => ({
    to,
    text: part,
    alphabet,
    ...(parts.length > 1 && { concatenation: { reference: ref, part: index + 1, parts: parts.length } }),
  }));
}

describe('encoding and decoding a submit', () => {
  it('B5 gives every text back, letter by letter, part by part', () => {
    fc.assert(
      fc.property(number, fc.oneof(gsm7Text, anyText), reference, (to, text, ref) => {
        const decoded = partsOf(to, text, ref).map((part) => ({ part, tpdu: decodeTpdu(encodeSubmit(part)) }));

        expect(decoded.map(({ tpdu }) => ('text' in tpdu ? tpdu.text : undefined)).join('')).toBe(text);
        for (const { part, tpdu } of decoded) {
          expect(tpdu).toMatchObject({
            type: 'submit',
            to: { number: to },
            statusReportRequested: true,
            validity: { format: 'relative', period: 169 },
          });
          expect('concatenation' in tpdu ? tpdu.concatenation : undefined).toEqual(
            part.concatenation && { ...part.concatenation, bits: 8 },
          );
        }
      }),
    );
  });

  it('encodes a text that others encode the same way', () => {
    // The PDU of python-gsmmodem (test_pdu.py), with our report request and validity.
    const pdu = encodeSubmit({ to: '+27820001111', text: 'Hello World!', alphabet: 'gsm7' });

    expect(Buffer.from(pdu).toString('hex').toUpperCase()).toBe('31000B917228001011F10000A90CC8329BFD065DDF72363904');
  });

  it.each(['gsm7', 'ucs2'] as const)('fills a part of %s to its last unit, and refuses one more', (alphabet) => {
    const unit = alphabet === 'gsm7' ? 'a' : 'ż';
    const concatenation = { reference: 255, part: 1, parts: 2 };
    const part = (length: number, more = {}): Part => ({
      to: '+31612345678',
      text: unit.repeat(length),
      alphabet,
      ...more,
    });
    const { single, part: joined } = UNITS[alphabet];

    expect(decodeTpdu(encodeSubmit(part(single)))).toMatchObject({ text: unit.repeat(single) });
    expect(decodeTpdu(encodeSubmit(part(joined, { concatenation })))).toMatchObject({ text: unit.repeat(joined) });
    expect(() => encodeSubmit(part(single + 1))).toThrow(PduError);
    expect(() => encodeSubmit(part(joined + 1, { concatenation }))).toThrow(PduError);
  });

  it.each([
    ['a national number', { to: '0612345678' }],
    ['a number of 16 digits', { to: '+1234567890123456' }],
    ['a character outside the alphabet', { text: 'ż' }],
    ['a reference of two octets', { concatenation: { reference: 256, part: 1, parts: 2 } }],
    ['a part after the last', { concatenation: { reference: 1, part: 3, parts: 2 } }],
  ])('refuses %s without naming it', (_, wrong) => {
    const part: Part = { to: '+31612345678', text: 'Goedemorgen', alphabet: 'gsm7', ...wrong };

    expect(() => encodeSubmit(part)).toThrow(PduError);
    expect(() => encodeSubmit(part)).not.toThrow(/\d{9}|ż/);
  });
});

describe('decoding what comes from outside', () => {
  const decoded = (decode: () => unknown): unknown => {
    try {
      return decode();
    } catch (error) {
      return error;
    }
  };

  it('throws nothing but PduError, whatever the octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        const result = decoded(() => decodeTpdu(octets));
        expect(result instanceof Error ? result.name : 'PduError').toBe('PduError');
      }),
      { numRuns: 2_000 },
    );
  });

  it('throws nothing but PduError, whatever a modem says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-F]*$/)), fc.nat(200), (hex, length) => {
        const result = decoded(() => tpduOf(hex, length));
        expect(result instanceof Error ? result.name : 'PduError').toBe('PduError');
      }),
    );
  });

  it('throws PduError for every PDU that is cut short before its end', () => {
    const report = Buffer.from('06D60B911326880736F4111011719551401110117195714000', 'hex');

    for (let length = 0; length < report.length; length++) {
      expect(() => decodeTpdu(report.subarray(0, length))).toThrow(PduError);
    }
  });
});
