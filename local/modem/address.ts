import { packSeptets, septetsByCharacter, septetsToText, unpackSeptets } from './gsm7.ts';
import type { OctetReader } from './octets.ts';

/** Addresses of 3GPP TS 23.040 section 9.1.2.5: semi-octets, low one first, padded with F. */
const DIGITS = '0123456789*#abc';
const TYPE_MASK = 0x70;
const INTERNATIONAL = 0x10;
const ALPHANUMERIC = 0x50;

/** TP-DA, TP-OA or TP-RA: its length counts semi-octets. International numbers get a leading plus. */
export function readAddress(reader: OctetReader): string {
  const semiOctets = reader.octet();
  const type = reader.octet();
  const octets = reader.take(Math.ceil(semiOctets / 2));
  if ((type & TYPE_MASK) === ALPHANUMERIC) {
    return septetsToText(unpackSeptets(octets, 0, Math.floor((semiOctets * 4) / 7)));
  }
  return numberOf(type, octets).slice(0, semiOctets + (isInternational(type) ? 1 : 0));
}

/** The service centre's address in front of a TPDU: its length counts octets, the type included. Empty: the SIM's own. */
export function readServiceCentre(reader: OctetReader): string {
  const octets = reader.octet();
  return octets === 0 ? '' : numberOf(reader.octet(), reader.take(octets - 1));
}

/** An address as in TP-RA and TP-OA: `+31612345678` international, digits alone national, all else a name of GSM-7. */
export function addressOctets(number: string): number[] {
  if (!/^\+?[\d*#]+$/.test(number)) return nameOctets(number);
  return [number.replace('+', '').length, ...numberOctets(number)];
}

/** The service centre's address as it stands in front of a TPDU; one octet for none. */
export function serviceCentreOctets(number: string): number[] {
  if (number === '') return [0];
  const octets = numberOctets(number);
  return [octets.length, ...octets];
}

function nameOctets(name: string): number[] {
  const septets = septetsByCharacter(name)?.flat();
  if (!septets) throw new RangeError('a sender by name has characters of the GSM 7-bit alphabet only');
  // TP-OA counts semi-octets that are used: 7 bits a septet, rounded up to the next 4.
  return [Math.ceil((septets.length * 7) / 4), 0x80 | ALPHANUMERIC, ...packSeptets(septets)];
}

/** Type of address, and the digits. */
function numberOctets(number: string): number[] {
  const international = number.startsWith('+');
  const digits = international ? number.slice(1) : number;
  const padded = digits.length % 2 === 0 ? digits : `${digits}F`;
  const octets = Array.from({ length: padded.length / 2 }, (_, pair) => {
    const [low, high] = [padded[2 * pair] as string, padded[2 * pair + 1] as string];
    return semiOctet(low) | (semiOctet(high) << 4);
  });
  return [international ? 0x91 : 0xa1, ...octets];
}

function semiOctet(character: string): number {
  return character === 'F' ? 0x0f : DIGITS.indexOf(character);
}

function numberOf(type: number, octets: Uint8Array): string {
  const digits = [...octets].flatMap((octet) => [octet & 0x0f, octet >> 4]).map((digit) => DIGITS[digit] ?? '');
  return (isInternational(type) ? '+' : '') + digits.join('');
}

function isInternational(type: number): boolean {
  return (type & TYPE_MASK) === INTERNATIONAL;
}
