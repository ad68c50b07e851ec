import { describe, expect, it } from 'vitest';
import { codingOf } from '../../../../edge-agent/src/pdu/data-coding.ts';
import { decodeTpdu, tpduOf } from '../../../../edge-agent/src/pdu/decode.ts';
import { encodeTpdu } from '../../../../edge-agent/src/pdu/encode.ts';
import vectors from '../../../support/pdu-vectors.json' with { type: 'json' };

type Vector = (typeof vectors)[number];
type Expected = Vector['decoded'];

/** `2013-03-26T13:35:25+02:00`, the zone kept. */
function timestamp(text: string | undefined): object | undefined {
  if (text === undefined) return undefined;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  const zoneMinutes = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return { instant: new Date(text), zoneMinutes };
}

function validity({ vp, vp_abs: until }: Expected): object {
  if (vp !== undefined) return { format: 'relative', period: vp };
  return until === undefined ? { format: 'none' } : { format: 'absolute', until: timestamp(until) };
}

function userData(expected: Expected): object {
  const { concat, data, dcs, text } = expected;
  return {
    dataCoding: dcs,
    ...(data === undefined ? { text } : { data: Uint8Array.from(Buffer.from(data, 'hex')) }),
    ...(concat && {
      concatenation: { reference: concat.ref, part: concat.n, parts: concat.of, bits: concat.bits },
    }),
  };
}

/** What the sources say of it; they do not say all. */
function tpduExpected(expected: Expected): object {
  const { discharge, mr, number, pid, rd, scts, srr, status } = expected;
  switch (expected.type) {
    case 'STATUS-REPORT':
      return {
        type: 'status-report',
        reference: mr,
        to: { number },
        submittedAt: timestamp(scts),
        at: timestamp(discharge),
        statusCode: status,
      };
    case 'DELIVER':
      return { type: 'deliver', from: { number }, protocol: pid, submittedAt: timestamp(scts), ...userData(expected) };
    default:
      return {
        type: 'submit',
        reference: mr,
        to: { number },
        protocol: pid,
        statusReportRequested: srr,
        rejectDuplicates: rd,
        validity: validity(expected),
        ...userData(expected),
      };
  }
}

/** One source gives its PDU without a service centre address, as a modem may: the length tells. */
function tpduIn({ hex, source }: Vector): Uint8Array {
  return source.includes('no SCA') ? tpduOf(hex, hex.length / 2) : tpduOf(hex);
}

const named = vectors.map((vector) => [`${vector.what} (${vector.source})`, vector] as const);

describe('PDUs of other programs and modems', () => {
  it.each(named)('reads %s', (_, vector) => {
    expect(decodeTpdu(tpduIn(vector))).toMatchObject(tpduExpected(vector.decoded));
  });

  it.each(named.filter(([what]) => !what.startsWith('broken')))('writes %s', (_, vector) => {
    const tpdu = tpduIn(vector);

    const [is, was] = [encodeTpdu(decodeTpdu(tpdu)), tpdu].map((octets) => Buffer.from(octets).toString('hex'));
    // One source set the fill bit behind its header, which says nothing; ours is zero.
    expect(is).toBe(was?.replace('4c0202e9', '4c0202e8'));
  });

  it('takes the coding that each of them names', () => {
    const codings = vectors.flatMap(({ decoded: { dcs } }) => (dcs === undefined ? [] : [codingOf(dcs)]));

    expect(new Set(codings)).toEqual(new Set(['gsm7', 'ucs2', 'data']));
  });
});
