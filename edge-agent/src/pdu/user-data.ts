import { gsm7Text } from '../../../contract/sms-text.ts';
import type { OctetReader } from './octet-reader.ts';
import { PduError } from './pdu-error.ts';
import { fillBitsAfter, unpackSeptets } from './septets.ts';
import { type Concatenation, readConcatenation } from './user-data-header.ts';

export type Coding = 'gsm7' | 'data' | 'ucs2';

export interface UserData {
  readonly text?: string;
  /** 8-bit data, which is no text */
  readonly data?: Uint8Array;
  readonly concatenation?: Concatenation;
}

/** TP-DCS (3GPP TS 23.038 section 4). Reserved codings are read as GSM 7-bit, as it asks. */
export function codingOf(dcs: number): Coding {
  const group = dcs >> 4;
  if (group === 0xe) return 'ucs2';
  if (group === 0xf) return dcs & 0x04 ? 'data' : 'gsm7';
  if (group >= 0x8) return 'gsm7';
  if (dcs & 0x20) throw new PduError('the text is compressed');
  return (['gsm7', 'data', 'ucs2', 'gsm7'] as const)[(dcs >> 2) & 0x3] as Coding;
}

/** TP-UDL and TP-UD (3GPP TS 23.040 section 9.2.3.24). Takes what is there when the length promises more. */
export function readUserData(reader: OctetReader, dcs: number, hasHeader: boolean): UserData {
  const coding = codingOf(dcs);
  const length = reader.octet('the length of the text');
  const octets = reader.upTo(coding === 'gsm7' ? Math.ceil((length * 7) / 8) : length);
  const headerOctets = hasHeader ? (octets[0] ?? 0) + 1 : 0;
  if (headerOctets > octets.length) throw new PduError('the user data header is longer than the user data');
  const concatenation = hasHeader ? readConcatenation(octets.subarray(1, headerOctets)) : undefined;
  const body = octets.subarray(headerOctets);
  return {
    ...(coding === 'data' ? { data: body } : { text: textOf(body, coding, length, headerOctets) }),
    ...(concatenation && { concatenation }),
  };
}

function textOf(body: Uint8Array, coding: 'gsm7' | 'ucs2', length: number, headerOctets: number): string {
  if (coding === 'ucs2')
    return Buffer.from(body.subarray(0, body.length & ~1))
      .swap16()
      .toString('utf16le');
  const fillBits = fillBitsAfter(headerOctets);
  return gsm7Text(unpackSeptets(body, length - (headerOctets * 8 + fillBits) / 7, fillBits));
}
