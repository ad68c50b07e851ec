import { gsm7Septets } from '../../../contract/sms-text.ts';
import type { Part } from '../ports.ts';
import { encodeAddress } from './address.ts';
import { PduError } from './pdu-error.ts';
import { fillBitsAfter, packSeptets } from './septets.ts';
import { concatenationHeader } from './user-data-header.ts';
import { VALIDITY_PERIOD } from './validity-period.ts';

/** SMS-SUBMIT (3GPP TS 23.040 section 9.2.2.2). */
const SUBMIT = 0x01;
const RELATIVE_VALIDITY = 0x10;
const STATUS_REPORT_REQUEST = 0x20;
const USER_DATA_HEADER = 0x40;
const DATA_CODING = { gsm7: 0x00, ucs2: 0x08 } as const;
const MAX_USER_DATA = { gsm7: 160, ucs2: 140 } as const;
/** The modem chooses TP-MR itself and tells it in `+CMGS`. */
const REFERENCE_BY_MODEM = 0;

/** The TPDU of one part, without a service centre address. Throws PduError for a number or text that does not fit. */
export function encodeSubmit(part: Part): Uint8Array {
  const header = part.concatenation ? concatenationHeader(checked(part.concatenation)) : new Uint8Array();
  const { length, octets } = part.alphabet === 'gsm7' ? gsm7(part.text, header.length) : ucs2(part.text, header.length);
  if (length > MAX_USER_DATA[part.alphabet]) throw new PduError('the text is too long for one part');
  const first = SUBMIT | RELATIVE_VALIDITY | STATUS_REPORT_REQUEST | (part.concatenation ? USER_DATA_HEADER : 0);
  return Uint8Array.from([
    first,
    REFERENCE_BY_MODEM,
    ...encodeAddress(part.to),
    0,
    DATA_CODING[part.alphabet],
    VALIDITY_PERIOD,
    length,
    ...header,
    ...octets,
  ]);
}

function checked(concatenation: NonNullable<Part['concatenation']>): NonNullable<Part['concatenation']> {
  const { reference, part, parts } = concatenation;
  const isOctet = (value: number) => Number.isInteger(value) && value >= 0 && value <= 255;
  if (!isOctet(reference) || !isOctet(parts) || !Number.isInteger(part) || part < 1 || part > parts) {
    throw new PduError('a reference is 0–255, a part 1–255 and not more than the number of parts');
  }
  return concatenation;
}

/** `length` is TP-UDL: septets, the header and its fill bits included. */
function gsm7(text: string, headerOctets: number): { length: number; octets: Uint8Array } {
  const septets: number[] = [];
  for (const character of text) {
    const more = gsm7Septets(character);
    if (!more) throw new PduError('the text has a character outside the GSM 7-bit alphabet');
    septets.push(...more);
  }
  const fillBits = fillBitsAfter(headerOctets);
  return { length: (headerOctets * 8 + fillBits) / 7 + septets.length, octets: packSeptets(septets, fillBits) };
}

/** `length` is TP-UDL: octets, the header included. Characters beyond the BMP go as surrogate pairs, as all phones read them. */
function ucs2(text: string, headerOctets: number): { length: number; octets: Uint8Array } {
  const octets = Buffer.from(text, 'utf16le').swap16();
  return { length: headerOctets + octets.length, octets };
}
