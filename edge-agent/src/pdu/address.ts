import { gsm7Text } from '../../../contract/sms-text.ts';
import type { OctetReader } from './octet-reader.ts';
import { PduError } from './pdu-error.ts';
import { packSeptets, septetsOf, unpackSeptets } from './septets.ts';

/** Address fields (3GPP TS 23.040 section 9.1.2.5): length in semi-octets, type, digits two an octet, the first one low. */
const TYPE_OF_NUMBER = 0x70;
const INTERNATIONAL = 0x10;
const ALPHANUMERIC = 0x50;
const DIGITS = '0123456789*#abc';
const FILLER = 0xf;
const MAX_DIGITS = 20;
const MAX_NAME_SEPTETS = 11;

/** The type octet for the kinds of address that are written: type of number and numbering plan. */
export const ADDRESS_TYPE = { international: 0x91, unknown: 0x81, national: 0xa1, alphanumeric: 0xd0 } as const;

export interface Address {
  /** an international number with its plus, any other digits as they come (national, short code), or a name */
  readonly number: string;
  /** the type octet: two kinds of number may have the same digits */
  readonly type: number;
}

/** Throws PduError for a number or name that does not fit its type. */
export function encodeAddress({ number, type }: Address): Uint8Array {
  if ((type & TYPE_OF_NUMBER) === ALPHANUMERIC) return encodeName(number, type);
  const international = (type & TYPE_OF_NUMBER) === INTERNATIONAL;
  if (international !== number.startsWith('+')) throw new PduError('an international number alone has a leading plus');
  const digits = [...number.slice(international ? 1 : 0)].map((digit) => DIGITS.indexOf(digit));
  if (digits.length > MAX_DIGITS || digits.includes(-1)) {
    throw new PduError(`a number has at most ${MAX_DIGITS} digits, and nothing but digits`);
  }
  const octets = [digits.length, type];
  for (let at = 0; at < digits.length; at += 2) {
    octets.push(((digits[at + 1] ?? FILLER) << 4) | (digits[at] as number));
  }
  return Uint8Array.from(octets);
}

function encodeName(name: string, type: number): Uint8Array {
  const septets = septetsOf(name);
  if (septets.length > MAX_NAME_SEPTETS) throw new PduError(`a name has at most ${MAX_NAME_SEPTETS} septets`);
  return Uint8Array.of(Math.ceil((septets.length * 7) / 4), type, ...packSeptets(septets));
}

export function readAddress(reader: OctetReader): Address {
  const length = reader.octet('an address length');
  if (length > MAX_DIGITS) throw new PduError(`an address has ${length} digits; ${MAX_DIGITS} is the most`);
  const type = reader.octet('an address type');
  const value = reader.octets(Math.ceil(length / 2), 'an address');
  if ((type & TYPE_OF_NUMBER) === ALPHANUMERIC) {
    return { number: gsm7Text(unpackSeptets(value, Math.floor((length * 4) / 7))), type };
  }
  let digits = '';
  for (let index = 0; index < length; index++) {
    const octet = value[index >> 1] ?? 0;
    digits += DIGITS[index % 2 === 0 ? octet & 0xf : octet >> 4] ?? '';
  }
  return { number: (type & TYPE_OF_NUMBER) === INTERNATIONAL ? `+${digits}` : digits, type };
}
