import { readAddress } from './address.ts';
import { OctetReader } from './octet-reader.ts';
import { PduError } from './pdu-error.ts';
import { readTimestamp } from './timestamp.ts';
import { readUserData, type UserData } from './user-data.ts';

export interface StatusReportTpdu {
  readonly type: 'status-report';
  readonly reference: number;
  readonly number: string;
  readonly submittedAt: Date | undefined;
  readonly at: Date | undefined;
  readonly statusCode: number;
}
export interface DeliverTpdu extends UserData {
  readonly type: 'deliver';
  readonly number: string;
  readonly submittedAt: Date | undefined;
}
export interface SubmitTpdu extends UserData {
  readonly type: 'submit';
  readonly reference: number;
  readonly number: string;
  readonly statusReportRequested: boolean;
  /** TP-VP as it stands, where it is relative */
  readonly relativeValidity?: number;
}
export type Tpdu = StatusReportTpdu | DeliverTpdu | SubmitTpdu;

const STATUS_REPORT_REQUESTED = 0x20;
const HAS_HEADER = 0x40;
const VALIDITY_OCTETS = [0, 7, 1, 7] as const;
const RELATIVE = 2;

/**
 * The octets of the TPDU in a modem's answer (3GPP TS 27.005 section 3.1, `<pdu>`), the service centre's address taken off.
 * @param length octets without that address, as the modem says; tells the few modems that leave it out
 */
export function tpduOf(hex: string, length?: number): Uint8Array {
  if (!/^(?:[0-9A-Fa-f]{2})+$/.test(hex)) throw new PduError('the PDU is not hexadecimal');
  const octets = Uint8Array.from(Buffer.from(hex, 'hex'));
  if (octets.length === length) return octets;
  const addressOctets = 1 + (octets[0] ?? 0);
  if (addressOctets >= octets.length) throw new PduError('the PDU ends within the service centre address');
  return octets.subarray(addressOctets);
}

/** Decodes a TPDU that a modem holds (3GPP TS 23.040 section 9.2.2). Throws PduError and nothing else. */
export function decodeTpdu(octets: Uint8Array): Tpdu {
  const reader = new OctetReader(octets);
  const first = reader.octet('the first octet');
  switch (first & 0x3) {
    case 0:
      return readDeliver(reader, first);
    case 1:
      return readSubmit(reader, first);
    case 2:
      return readStatusReport(reader);
    default:
      throw new PduError('the message type is a reserved one');
  }
}

function readStatusReport(reader: OctetReader): StatusReportTpdu {
  return {
    type: 'status-report',
    reference: reader.octet('the reference'),
    number: readAddress(reader),
    submittedAt: readTimestamp(reader, 'the time of submitting'),
    at: readTimestamp(reader, 'the time of the report'),
    statusCode: reader.octet('the status'),
  };
}

function readDeliver(reader: OctetReader, first: number): DeliverTpdu {
  const number = readAddress(reader);
  const [, dcs = 0] = reader.octets(2, 'the protocol and the coding');
  const submittedAt = readTimestamp(reader, 'the time of submitting');
  return { type: 'deliver', number, submittedAt, ...readUserData(reader, dcs, (first & HAS_HEADER) !== 0) };
}

function readSubmit(reader: OctetReader, first: number): SubmitTpdu {
  const reference = reader.octet('the reference');
  const number = readAddress(reader);
  const [, dcs = 0] = reader.octets(2, 'the protocol and the coding');
  const format = (first >> 3) & 0x3;
  const [validity] = reader.octets(VALIDITY_OCTETS[format] ?? 0, 'the validity');
  return {
    type: 'submit',
    reference,
    number,
    statusReportRequested: (first & STATUS_REPORT_REQUESTED) !== 0,
    ...(format === RELATIVE && validity !== undefined && { relativeValidity: validity }),
    ...readUserData(reader, dcs, (first & HAS_HEADER) !== 0),
  };
}
