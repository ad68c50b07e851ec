import { gsm7Text } from '../../../contract/sms-text.ts';
import type { OctetReader } from './octet-reader.ts';
import { PduError } from './pdu-error.ts';
import { unpackSeptets } from './septets.ts';

/** Address fields (3GPP TS 23.040 section 9.1.2.5): length in digits, type, digits two an octet, the first one low. */
const INTERNATIONAL_ISDN = 0x91;
const TYPE_INTERNATIONAL = 1;
const TYPE_ALPHANUMERIC = 5;
const DIGITS = '0123456789*#abc';
const FILLER = 0xf;
const MAX_DIGITS = 20;

/** @param number E.164 with a leading plus, at most 15 digits */
export function encodeAddress(number: string): Uint8Array {
  const digits = /^\+(\d{1,15})$/.exec(number)?.[1];
  if (digits === undefined)
    throw new PduError('the recipient is not an international number (+ and at most 15 digits)');
  const octets = [digits.length, INTERNATIONAL_ISDN];
  for (let index = 0; index < digits.length; index += 2) {
    const high = index + 1 < digits.length ? Number(digits[index + 1]) : FILLER;
    octets.push((high << 4) | Number(digits[index]));
  }
  return Uint8Array.from(octets);
}

/** An international number with its plus, any other as it comes (national, short code, or a name). */
export function readAddress(reader: OctetReader): string {
  const length = reader.octet('an address length');
  if (length > MAX_DIGITS) throw new PduError(`an address has ${length} digits; ${MAX_DIGITS} is the most`);
  const type = (reader.octet('an address type') >> 4) & 0x7;
  const value = reader.octets(Math.ceil(length / 2), 'an address');
  if (type === TYPE_ALPHANUMERIC) return gsm7Text(unpackSeptets(value, Math.floor((length * 4) / 7)));
  let digits = '';
  for (let index = 0; index < length; index++) {
    const octet = value[index >> 1] ?? 0;
    digits += DIGITS[index % 2 === 0 ? octet & 0xf : octet >> 4] ?? '';
  }
  return type === TYPE_INTERNATIONAL ? `+${digits}` : digits;
}
