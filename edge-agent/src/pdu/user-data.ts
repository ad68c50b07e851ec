import { gsm7Text } from '../../../contract/sms-text.ts';
import { type Coding, codingOf } from './data-coding.ts';
import type { OctetReader } from './octet-reader.ts';
import { PduError } from './pdu-error.ts';
import { fillBitsAfter, packSeptets, septetsOf, unpackSeptets } from './septets.ts';
import { type Concatenation, concatenationHeader, readConcatenation } from './user-data-header.ts';

/** Either a text or data, as the coding says. */
export interface UserData {
  /** TP-DCS */
  readonly dataCoding: number;
  readonly text?: string;
  /** 8-bit data, which is no text */
  readonly data?: Uint8Array;
  readonly concatenation?: Concatenation;
}

const MAX_OCTETS = 140;

/** TP-UDL and TP-UD (3GPP TS 23.040 section 9.2.3.24). Takes what is there when the length promises more. */
export function readUserData(reader: OctetReader, dataCoding: number, hasHeader: boolean): UserData {
  const coding = codingOf(dataCoding);
  const length = reader.octet('the length of the text');
  const octets = reader.upTo(coding === 'gsm7' ? Math.ceil((length * 7) / 8) : length);
  const headerOctets = hasHeader ? (octets[0] ?? 0) + 1 : 0;
  if (headerOctets > octets.length) throw new PduError('the user data header is longer than the user data');
  const concatenation = hasHeader ? readConcatenation(octets.subarray(1, headerOctets)) : undefined;
  const body = octets.subarray(headerOctets);
  return {
    dataCoding,
    ...(coding === 'data' ? { data: body } : { text: textOf(body, coding, length, headerOctets) }),
    ...(concatenation && { concatenation }),
  };
}

function textOf(body: Uint8Array, coding: 'gsm7' | 'ucs2', length: number, headerOctets: number): string {
  if (coding === 'ucs2') return ucs2Text(body);
  const fillBits = fillBitsAfter(headerOctets);
  return gsm7Text(unpackSeptets(body, length - (headerOctets * 8 + fillBits) / 7, fillBits));
}

/** An octet that is left over is dropped. */
export function ucs2Text(octets: Uint8Array): string {
  return Buffer.from(octets.subarray(0, octets.length & ~1))
    .swap16()
    .toString('utf16le');
}

/** TP-UDL and TP-UD. Throws PduError for what does not fit into one part. */
export function encodeUserData({ dataCoding, text = '', data, concatenation }: UserData): Uint8Array {
  const coding = codingOf(dataCoding);
  if ((coding === 'data') !== (data !== undefined))
    throw new PduError('the coding names data, or a text, and has none');
  const header = concatenation ? concatenationHeader(concatenation) : new Uint8Array();
  const { length, octets } = bodyOf(coding, text, data ?? new Uint8Array(), header.length);
  if (header.length + octets.length > MAX_OCTETS) throw new PduError('the text is too long for one part');
  return Uint8Array.of(length, ...header, ...octets);
}

/** `length` is TP-UDL, the header included: septets (with the header's fill bits) for GSM 7-bit, octets for the others. */
function bodyOf(
  coding: Coding,
  text: string,
  data: Uint8Array,
  headerOctets: number,
): { length: number; octets: Uint8Array } {
  if (coding === 'gsm7') {
    const septets = septetsOf(text);
    const fillBits = fillBitsAfter(headerOctets);
    return { length: (headerOctets * 8 + fillBits) / 7 + septets.length, octets: packSeptets(septets, fillBits) };
  }
  // Characters beyond the BMP go as surrogate pairs, as all phones read them.
  const octets = coding === 'ucs2' ? Buffer.from(text, 'utf16le').swap16() : data;
  return { length: headerOctets + octets.length, octets };
}
