import { septetsToText, unpackSeptets } from './gsm7.ts';
import { hexFromOctets } from './octets.ts';

export type Alphabet = 'gsm7' | '8bit' | 'ucs2';

/** Which part of a long message this is, and the width of its reference (IEI 00: 8 bits, IEI 08: 16 bits). */
export interface Concatenation {
  readonly reference: number;
  readonly bits: 8 | 16;
  readonly part: number;
  readonly parts: number;
}

export interface UserData {
  readonly alphabet: Alphabet;
  /** 8-bit data in hexadecimal. A surrogate pair that the sender split stays split here. */
  readonly text: string;
  readonly concatenation: Concatenation | null;
  /** what a network would refuse it for, though it can be read so far */
  readonly fault: string | null;
}

/** TP-UD by TP-DCS (3GPP TS 23.038 section 4) and its header (TS 23.040 section 9.2.3.24). `length` is TP-UDL. */
export function decodeUserData(octets: Uint8Array, length: number, dcs: number, hasHeader: boolean): UserData {
  const alphabet = alphabetOf(dcs);
  const octetsDue = alphabet === 'gsm7' ? Math.ceil((length * 7) / 8) : length;
  const headerOctets = hasHeader ? (octets[0] ?? 0) + 1 : 0;
  const shared = {
    alphabet,
    concatenation: hasHeader ? concatenationOf(octets.subarray(1, headerOctets)) : null,
    fault: faultOf(octets.length, octetsDue, headerOctets, dcs),
  };
  if (alphabet === 'gsm7') {
    const first = Math.ceil((headerOctets * 8) / 7);
    const present = Math.min(length, Math.floor((octets.length * 8) / 7));
    return { ...shared, text: septetsToText(unpackSeptets(octets, first, Math.max(0, present - first))) };
  }
  const body = octets.subarray(headerOctets, octetsDue);
  return { ...shared, text: alphabet === 'ucs2' ? ucs2Text(body) : hexFromOctets(body) };
}

function alphabetOf(dcs: number): Alphabet {
  const group = dcs >> 4;
  if (group === 0xe) return 'ucs2';
  if (group === 0xf) return dcs & 0x04 ? '8bit' : 'gsm7';
  if (group > 0x7) return 'gsm7';
  return (['gsm7', '8bit', 'ucs2', 'gsm7'] as const)[(dcs >> 2) & 0x03] as Alphabet;
}

function faultOf(present: number, due: number, headerOctets: number, dcs: number): string | null {
  if (present !== due) return `TP-UDL asks for ${due} octets of user data, there are ${present}`;
  if (present > 140) return `${present} octets of user data, 140 fit`;
  if (headerOctets > present) return 'the user data header is longer than the user data';
  if (dcs >> 6 === 0 && dcs & 0x20) return 'compressed text is not supported';
  return null;
}

/** Reads the information elements for the concatenation; others are passed over. */
function concatenationOf(header: Uint8Array): Concatenation | null {
  for (let at = 0; at + 1 < header.length; ) {
    const [element, length] = [header[at], header[at + 1] as number];
    const data = Buffer.from(header.subarray(at + 2, at + 2 + length));
    if (element === 0x00 && data.length === 3) {
      return { reference: data.readUInt8(0), bits: 8, parts: data.readUInt8(1), part: data.readUInt8(2) };
    }
    if (element === 0x08 && data.length === 4) {
      return { reference: data.readUInt16BE(0), bits: 16, parts: data.readUInt8(2), part: data.readUInt8(3) };
    }
    at += 2 + length;
  }
  return null;
}

function ucs2Text(octets: Uint8Array): string {
  const units = Array.from({ length: octets.length >> 1 }, (_, index) => {
    return ((octets[2 * index] as number) << 8) | (octets[2 * index + 1] as number);
  });
  return String.fromCharCode(...units);
}
