import { addressOctets } from './address.ts';
import { packSeptets } from './gsm7.ts';
import { hexFromOctets } from './octets.ts';
import { timestampOctets } from './status-report-pdu.ts';
import type { Concatenation } from './user-data.ts';

/** TP-MTI DELIVER with TP-MMS: no more messages wait. */
const DELIVER = 0x04;
const HEADER_INDICATED = 0x40;
/** TP-DCS (3GPP TS 23.038 section 4) without class, and the bits that make it class 0. */
const DATA_CODING = { gsm7: 0x00, '8bit': 0x04, ucs2: 0x08 } as const;
const FLASH = 0x10;

export interface Deliver {
  readonly from: string;
  readonly sentAt: Date;
  /** septets for gsm7, else octets; without the header */
  readonly body: readonly number[];
  readonly alphabet: keyof typeof DATA_CODING;
  readonly flash: boolean;
  readonly concatenation: Concatenation | null;
}

/** An SMS-DELIVER (3GPP TS 23.040 section 9.2.2.1) in hexadecimal, without the service centre's address. */
export function encodeDeliver(deliver: Deliver, zoneMinutes: number): string {
  const { alphabet, body, concatenation, flash } = deliver;
  const header = concatenation ? headerOctets(concatenation) : [];
  const headerSeptets = Math.ceil((header.length * 8) / 7);
  const userData = alphabet === 'gsm7' ? packedBehind(header, headerSeptets, body) : [...header, ...body];
  return hexFromOctets([
    DELIVER | (concatenation ? HEADER_INDICATED : 0),
    ...addressOctets(deliver.from),
    0,
    DATA_CODING[alphabet] | (flash ? FLASH : 0),
    ...timestampOctets(deliver.sentAt, zoneMinutes),
    alphabet === 'gsm7' ? headerSeptets + body.length : userData.length,
    ...userData,
  ]);
}

function packedBehind(header: readonly number[], headerSeptets: number, septets: readonly number[]): number[] {
  const packed = packSeptets(septets, headerSeptets);
  for (const [index, octet] of header.entries()) packed[index] = octet;
  return packed;
}

function headerOctets({ reference, bits, parts, part }: Concatenation): number[] {
  return bits === 8
    ? [5, 0x00, 3, reference & 0xff, parts, part]
    : [6, 0x08, 4, reference >> 8, reference & 0xff, parts, part];
}
