import { describe, expect, it } from 'vitest';
import { decodeTpdu, type Tpdu, tpduOf } from '../../../../edge-agent/src/pdu/decode.ts';
import { codingOf } from '../../../../edge-agent/src/pdu/user-data.ts';
import vectors from '../../../support/pdu-vectors.json' with { type: 'json' };

type Expected = (typeof vectors)[number]['decoded'];

function instant(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

function userData(expected: Expected): object {
  return {
    ...(expected.data === undefined
      ? { text: expected.text }
      : { data: Uint8Array.from(Buffer.from(expected.data, 'hex')) }),
    ...(expected.concat && {
      concatenation: { reference: expected.concat.ref, part: expected.concat.n, parts: expected.concat.of },
    }),
  };
}

/** What the agent reads of it: it has no use for the service centre, the protocol and an absolute validity. */
function tpduExpected(expected: Expected): object {
  const { number } = expected;
  const submittedAt = instant(expected.scts);
  switch (expected.type) {
    case 'STATUS-REPORT':
      return {
        type: 'status-report',
        reference: expected.mr,
        number,
        submittedAt,
        at: instant(expected.discharge),
        statusCode: expected.status,
      };
    case 'DELIVER':
      return { type: 'deliver', number, submittedAt, ...userData(expected) };
    default:
      return {
        type: 'submit',
        reference: expected.mr,
        number,
        statusReportRequested: expected.srr,
        ...(expected.vp !== undefined && { relativeValidity: expected.vp }),
        ...userData(expected),
      };
  }
}

function decoded(hex: string, what: string): Tpdu {
  // One source gives its PDU without a service centre address, as a modem may: the length tells.
  return decodeTpdu(what.includes('no SCA') ? tpduOf(hex, hex.length / 2) : tpduOf(hex));
}

describe('PDUs of other programs and modems', () => {
  it.each(vectors.map((vector) => [`${vector.what} (${vector.source})`, vector] as const))('reads %s', (_, vector) => {
    const read = decoded(vector.hex, `${vector.source}`);

    expect(read).toEqual(tpduExpected(vector.decoded));
  });

  it('takes the coding that each of them names', () => {
    const named = vectors.flatMap(({ decoded: { dcs } }) => (dcs === undefined ? [] : [codingOf(dcs)]));

    expect(new Set(named)).toEqual(new Set(['gsm7', 'ucs2', 'data']));
  });
});
