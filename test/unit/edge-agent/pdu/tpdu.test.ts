import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabetOf, gsm7Septets } from '../../../../contract/sms-text.ts';
import { ADDRESS_TYPE, type Address } from '../../../../edge-agent/src/pdu/address.ts';
import { codingOf, dataCoding, messageClassOf } from '../../../../edge-agent/src/pdu/data-coding.ts';
import { decodeTpdu } from '../../../../edge-agent/src/pdu/decode.ts';
import { encodeTpdu } from '../../../../edge-agent/src/pdu/encode.ts';
import { PduError } from '../../../../edge-agent/src/pdu/pdu-error.ts';
import type { Timestamp } from '../../../../edge-agent/src/pdu/timestamp.ts';
import type { DeliverTpdu, Tpdu, Validity } from '../../../../edge-agent/src/pdu/tpdu.ts';

const GSM7 = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter((character) =>
  gsm7Septets(character),
);
const SEPTET_CHARACTERS = GSM7.filter((character) => gsm7Septets(character)?.length === 1);
const octet = fc.integer({ min: 0, max: 255 });

const address: fc.Arbitrary<Address> = fc.oneof(
  fc.record({ number: fc.stringMatching(/^\+\d{1,20}$/), type: fc.constant(ADDRESS_TYPE.international) }),
  fc.record({
    number: fc.stringMatching(/^[\d*#abc]{1,20}$/),
    type: fc.constantFrom(ADDRESS_TYPE.national, ADDRESS_TYPE.unknown),
  }),
  fc.record({
    number: fc.string({ unit: fc.constantFrom(...SEPTET_CHARACTERS), minLength: 1, maxLength: 11 }),
    type: fc.constant(ADDRESS_TYPE.alphanumeric),
  }),
);
const timestamp: fc.Arbitrary<Timestamp> = fc.record({
  instant: fc
    .integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2099, 11, 30) / 1000 })
    .map((seconds) => new Date(seconds * 1000)),
  zoneMinutes: fc.integer({ min: -79, max: 79 }).map((quarters) => quarters * 15 + 0),
});
const someTime = fc.option(timestamp, { nil: undefined });
const validity: fc.Arbitrary<Validity> = fc.oneof(
  fc.constant({ format: 'none' } as const),
  fc.record({ format: fc.constant('relative' as const), period: octet }),
  fc.record({ format: fc.constant('absolute' as const), until: someTime }),
  fc.record({ format: fc.constant('enhanced' as const), octets: fc.uint8Array({ minLength: 7, maxLength: 7 }) }),
);
const concatenation = fc.constantFrom(8 as const, 16 as const).chain((bits) =>
  fc.record({
    reference: fc.integer({ min: 0, max: 2 ** bits - 1 }),
    parts: fc.constant(255),
    part: fc.integer({ min: 1, max: 255 }),
    bits: fc.constant(bits),
  }),
);
/** At most 66 units of UCS-2 or 76 pairs of septets, so that all fit behind a header. */
const body = fc.oneof(
  fc.string({ unit: fc.constantFrom(...GSM7), maxLength: 76 }).map((text) => ({ coding: 'gsm7' as const, text })),
  fc.string({ unit: 'binary', maxLength: 33 }).map((text) => ({ coding: 'ucs2' as const, text })),
  fc.uint8Array({ maxLength: 133 }).map((data) => ({ coding: 'data' as const, data })),
);
const userData = fc
  .record({
    body,
    messageClass: fc.constantFrom(undefined, 0 as const, 1 as const, 2 as const, 3 as const),
    concatenation: fc.option(concatenation, { nil: undefined }),
  })
  .map(({ body: { coding, ...rest }, messageClass, concatenation: joined }) => ({
    dataCoding: dataCoding(coding, messageClass),
    ...rest,
    ...(joined && { concatenation: joined }),
  }));

const head = {
  deliver: fc.record({
    type: fc.constant('deliver' as const),
    from: address,
    protocol: octet,
    submittedAt: someTime,
    moreToSend: fc.boolean(),
  }),
  submit: fc.record({
    type: fc.constant('submit' as const),
    reference: octet,
    to: address,
    protocol: octet,
    statusReportRequested: fc.boolean(),
    rejectDuplicates: fc.boolean(),
    validity,
  }),
};
const tpdu: fc.Arbitrary<Tpdu> = fc.oneof(
  fc.tuple(fc.oneof(head.deliver, head.submit), userData).map(([first, rest]) => ({ ...first, ...rest }) as Tpdu),
  fc.record({
    type: fc.constant('status-report' as const),
    reference: octet,
    to: address,
    submittedAt: someTime,
    at: someTime,
    statusCode: octet,
    moreToSend: fc.boolean(),
  }),
);

const DELIVER: DeliverTpdu = {
  type: 'deliver',
  from: { number: '+31612345678', type: ADDRESS_TYPE.international },
  protocol: 0,
  submittedAt: { instant: new Date('2026-11-21T12:00:00Z'), zoneMinutes: 60 },
  moreToSend: false,
  dataCoding: 0,
  text: 'Goedemorgen',
};

describe('encoding and decoding', () => {
  it('B5 gives back every message of every type, field by field', () => {
    fc.assert(
      fc.property(tpdu, (message) => {
        expect(decodeTpdu(encodeTpdu(message))).toEqual(message);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['a name of 12 characters', { from: { number: 'Uitzendkrach', type: ADDRESS_TYPE.alphanumeric } }],
    ['a name outside the alphabet', { from: { number: 'Łódź', type: ADDRESS_TYPE.alphanumeric } }],
    ['a number of 21 digits', { from: { number: `+${'1'.repeat(21)}`, type: ADDRESS_TYPE.international } }],
    ['a national number with a plus', { from: { number: '+31', type: ADDRESS_TYPE.national } }],
    ['an international number without a plus', { from: { number: '31', type: ADDRESS_TYPE.international } }],
    ['a time before 2000', { submittedAt: { instant: new Date('1999-06-01T00:00:00Z'), zoneMinutes: 0 } }],
    ['a time that is none', { submittedAt: { instant: new Date(Number.NaN), zoneMinutes: 0 } }],
    ['a zone between the quarters', { submittedAt: { instant: new Date('2026-06-01T00:00:00Z'), zoneMinutes: 20 } }],
    ['a protocol of two octets', { protocol: 256 }],
    ['a text under the coding of data', { dataCoding: dataCoding('data') }],
    ['161 septets', { text: 'a'.repeat(161) }],
    ['an 8-bit reference of 256', { concatenation: { reference: 256, part: 1, parts: 2, bits: 8 as const } }],
    ['a 16-bit reference of 65536', { concatenation: { reference: 65_536, part: 1, parts: 2, bits: 16 as const } }],
    ['part 0', { concatenation: { reference: 1, part: 0, parts: 2, bits: 8 as const } }],
  ])('refuses %s', (_, wrong) => {
    expect(() => encodeTpdu({ ...DELIVER, ...wrong })).toThrow(PduError);
  });

  it('joins the parts of a 16-bit reference with 152 septets each', () => {
    const joined = { reference: 4_660, part: 1, parts: 2, bits: 16 as const };

    expect(decodeTpdu(encodeTpdu({ ...DELIVER, text: 'a'.repeat(152), concatenation: joined }))).toMatchObject({
      concatenation: joined,
    });
    expect(() => encodeTpdu({ ...DELIVER, text: 'a'.repeat(153), concatenation: joined })).toThrow(PduError);
  });

  it.each([
    ['part 0', '050003010200'],
    ['a part after the last', '050003010203'],
    ['no parts', '050003010000'],
  ])('passes over a reference that names %s, and reads the text', (_, header) => {
    const pdu = `440B911326880736F40008621121120000000A${header}017C00F3`;

    const read = decodeTpdu(Buffer.from(pdu, 'hex'));
    expect(read).toMatchObject({ text: 'żó' });
    expect(read).not.toHaveProperty('concatenation');
  });
});

describe('the coding of a text', () => {
  it.each([
    [0x10, 'gsm7', 0],
    [0x18, 'ucs2', 0],
    [0xf0, 'gsm7', 0],
    [0xf4, 'data', 0],
    [0xf1, 'gsm7', 1],
    [0x00, 'gsm7', undefined],
    [0x08, 'ucs2', undefined],
    [0xe0, 'ucs2', undefined],
    [0xc8, 'gsm7', undefined],
    [0x90, 'gsm7', undefined],
  ] as const)('%i is %s of class %s', (dcs, coding, messageClass) => {
    expect([codingOf(dcs), messageClassOf(dcs)]).toEqual([coding, messageClass]);
  });

  it('never reads a compressed text as a text', () => {
    expect(() => codingOf(0x20)).toThrow(PduError);
  });

  it('is GSM 7-bit for every text that has nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...GSM7), maxLength: 80 }), (text) => {
        expect(alphabetOf(text)).toBe('gsm7');
        expect(decodeTpdu(encodeTpdu({ ...DELIVER, text }))).toMatchObject({ text });
      }),
    );
  });
});
