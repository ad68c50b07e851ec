import { gsm7Septets } from '../../../contract/sms-text.ts';
import { PduError } from './pdu-error.ts';

/** Septets in octets, lowest bit first (3GPP TS 23.038 section 6.1.2.1.1). */

/** Packs septets after `fillBits` zero bits (0–6), which align them behind a user data header. */
export function packSeptets(septets: readonly number[], fillBits = 0): Uint8Array {
  const octets = new Uint8Array(Math.ceil((fillBits + septets.length * 7) / 8));
  let bit = fillBits;
  for (const septet of septets) {
    const at = bit >> 3;
    const shifted = septet << (bit & 7);
    octets[at] = (octets[at] ?? 0) | (shifted & 0xff);
    if (shifted > 0xff) octets[at + 1] = shifted >> 8;
    bit += 7;
  }
  return octets;
}

/** Unpacks at most `count` septets after `fillBits` bits; fewer when the octets end before. */
export function unpackSeptets(octets: Uint8Array, count: number, fillBits = 0): number[] {
  const available = Math.max(0, Math.floor((octets.length * 8 - fillBits) / 7));
  return Array.from({ length: Math.min(count, available) }, (_, index) => {
    const bit = fillBits + index * 7;
    const at = bit >> 3;
    const pair = (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);
    return (pair >> (bit & 7)) & 0x7f;
  });
}

/** Zero bits between a user data header and the first septet, so that it begins on a septet boundary. */
export function fillBitsAfter(headerOctets: number): number {
  return (7 - ((headerOctets * 8) % 7)) % 7;
}

/** Throws PduError for a character outside the GSM 7-bit alphabet. */
export function septetsOf(text: string): number[] {
  return [...text].flatMap((character) => {
    const septets = gsm7Septets(character);
    if (!septets) throw new PduError('the text has a character outside the GSM 7-bit alphabet');
    return septets;
  });
}
