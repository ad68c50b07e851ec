import { describe, expect, it } from 'vitest';
import { readAddress, readServiceCentre } from '../../../local/modem/address.ts';
import { OctetReader, octetsFromHex } from '../../../local/modem/octets.ts';
import { encodeStatusReport, timestampOctets } from '../../../local/modem/status-report-pdu.ts';
import { decodeSubmit } from '../../../local/modem/submit-pdu.ts';
import { decodeUserData } from '../../../local/modem/user-data.ts';
import vectors from '../../support/pdu-vectors.json' with { type: 'json' };

const ofType = (type: string) => vectors.filter(({ decoded }) => decoded.type === type);
const TIMESTAMP_OCTETS = 7;

describe('SMS-SUBMIT as other projects wrote it down', () => {
  it.each(ofType('SUBMIT'))('B5 reads $what', ({ hex, decoded }) => {
    const pdu = decodeSubmit(hex);
    const { concat } = decoded;
    expect(pdu).toMatchObject({
      serviceCentre: decoded.smsc ?? '',
      reference: decoded.mr,
      reportRequested: decoded.srr,
      rejectDuplicates: decoded.rd,
      number: decoded.number,
      protocolId: decoded.pid,
      dataCoding: decoded.dcs,
    });
    expect(pdu.userData.text).toBe(decoded.text ?? decoded.data?.toUpperCase());
    expect(pdu.userData.concatenation).toEqual(
      concat ? { reference: concat.ref, bits: concat.bits, part: concat.n, parts: concat.of } : null,
    );
    if (decoded.vp !== undefined) expect(pdu.validityPeriod).toEqual(Uint8Array.of(decoded.vp));
  });

  it('finds fault with user data that is shorter than TP-UDL says', () => {
    const [broken] = vectors.filter(({ what }) => what.startsWith('broken: UDL'));
    expect(decodeSubmit(broken?.hex ?? '').userData.fault).toBe(
      'TP-UDL asks for 160 octets of user data, there are 10',
    );
  });

  it.each([
    ['an odd number of digits', '0001000B9'],
    ['digits that are not hexadecimal', '0001000G'],
    ['an address that ends early', '0001000B9172'],
    ['an SMS-DELIVER', '06917228195339040B917228214365F70000313062315352800A800D8A5E98D337A910'],
  ])('refuses %s', (_what, hex) => {
    expect(() => decodeSubmit(hex)).toThrow(expect.objectContaining({ name: 'MalformedPdu' }));
  });
});

describe('texts and addresses of SMS-DELIVER', () => {
  it.each(ofType('DELIVER'))('B5 reads $what', ({ hex, decoded }) => {
    const withServiceCentre = decoded.smsc !== undefined;
    const reader = new OctetReader(octetsFromHex(hex));
    if (withServiceCentre) expect(readServiceCentre(reader)).toBe(decoded.smsc);
    const flags = reader.octet();
    expect(readAddress(reader)).toBe(decoded.number);
    expect([reader.octet(), reader.octet()]).toEqual([decoded.pid, decoded.dcs]);
    reader.take(TIMESTAMP_OCTETS);
    const length = reader.octet();
    const userData = decodeUserData(reader.rest(), length, decoded.dcs ?? 0, (flags & 0x40) !== 0);
    expect(userData).toMatchObject({ text: decoded.text, fault: null });
    expect(userData.concatenation?.reference).toBe(decoded.concat?.ref);
  });
});

describe('SMS-STATUS-REPORT', () => {
  it('B3 writes a report as a network wrote it', () => {
    const [delivered] = ofType('STATUS-REPORT');
    const { mr = 0, number, scts = '', discharge = '', status = 0 } = delivered?.decoded ?? {};
    const report = {
      reference: mr,
      recipient: number ?? '',
      submittedAt: new Date(scts),
      dischargedAt: new Date(discharge),
      status,
    };
    expect(`00${encodeStatusReport(report, 60)}`).toBe(delivered?.hex);
  });

  it('writes a zone west of UTC, and a national number', () => {
    expect(Buffer.from(timestampOctets(new Date('2011-02-28T11:50:50-05:00'), -300)).toString('hex')).toBe(
      '1120821105050a',
    );
    const report = {
      reference: 1,
      recipient: '0612345678',
      submittedAt: new Date(0),
      dischargedAt: new Date(0),
      status: 0,
    };
    expect(encodeStatusReport(report, 0).slice(4, 18)).toBe('0AA16021436587');
  });
});
