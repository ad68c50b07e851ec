import { readAddress } from './address.ts';
import { OctetReader } from './octet-reader.ts';
import { PduError } from './pdu-error.ts';
import { readTimestamp } from './timestamp.ts';
import {
  type DeliverTpdu,
  FIRST_OCTET,
  type StatusReportTpdu,
  type SubmitTpdu,
  type Tpdu,
  VALIDITY_FORMATS,
  type Validity,
} from './tpdu.ts';
import { readUserData } from './user-data.ts';

const ENHANCED_VALIDITY_OCTETS = 7;

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
  switch (first & FIRST_OCTET.type) {
    case FIRST_OCTET.deliver:
      return readDeliver(reader, first);
    case FIRST_OCTET.submit:
      return readSubmit(reader, first);
    case FIRST_OCTET.statusReport:
      return readStatusReport(reader, first);
    default:
      throw new PduError('the message type is a reserved one');
  }
}

function readStatusReport(reader: OctetReader, first: number): StatusReportTpdu {
  return {
    type: 'status-report',
    reference: reader.octet('the reference'),
    to: readAddress(reader),
    submittedAt: readTimestamp(reader, 'the time of submitting'),
    at: readTimestamp(reader, 'the time of the report'),
    statusCode: reader.octet('the status'),
    moreToSend: (first & FIRST_OCTET.noMoreToSend) === 0,
  };
}

function readDeliver(reader: OctetReader, first: number): DeliverTpdu {
  const from = readAddress(reader);
  const protocol = reader.octet('the protocol');
  const dataCoding = reader.octet('the coding');
  const submittedAt = readTimestamp(reader, 'the time of submitting');
  return {
    type: 'deliver',
    from,
    protocol,
    submittedAt,
    moreToSend: (first & FIRST_OCTET.noMoreToSend) === 0,
    ...readUserData(reader, dataCoding, (first & FIRST_OCTET.header) !== 0),
  };
}

function readSubmit(reader: OctetReader, first: number): SubmitTpdu {
  const reference = reader.octet('the reference');
  const to = readAddress(reader);
  const protocol = reader.octet('the protocol');
  const dataCoding = reader.octet('the coding');
  return {
    type: 'submit',
    reference,
    to,
    protocol,
    statusReportRequested: (first & FIRST_OCTET.statusReportRequested) !== 0,
    rejectDuplicates: (first & FIRST_OCTET.rejectDuplicates) !== 0,
    validity: readValidity(reader, first),
    ...readUserData(reader, dataCoding, (first & FIRST_OCTET.header) !== 0),
  };
}

function readValidity(reader: OctetReader, first: number): Validity {
  const format = VALIDITY_FORMATS[(first & FIRST_OCTET.validityFormat) >> 3] ?? 'none';
  switch (format) {
    case 'none':
      return { format };
    case 'relative':
      return { format, period: reader.octet('the validity') };
    case 'absolute':
      return { format, until: readTimestamp(reader, 'the validity') };
    case 'enhanced':
      return { format, octets: reader.octets(ENHANCED_VALIDITY_OCTETS, 'the validity') };
  }
}
