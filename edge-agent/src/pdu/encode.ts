import { encodeAddress } from './address.ts';
import { PduError } from './pdu-error.ts';
import { encodeTimestamp } from './timestamp.ts';
import { FIRST_OCTET, type SubmitTpdu, type Tpdu, VALIDITY_FORMATS, type Validity } from './tpdu.ts';
import { encodeUserData } from './user-data.ts';

/** A TPDU without a service centre address (3GPP TS 23.040 section 9.2.2). Throws PduError for what it cannot say. */
export function encodeTpdu(tpdu: Tpdu): Uint8Array {
  switch (tpdu.type) {
    case 'submit':
      return Uint8Array.of(
        submitFlags(tpdu),
        octet(tpdu.reference),
        ...encodeAddress(tpdu.to),
        octet(tpdu.protocol),
        octet(tpdu.dataCoding),
        ...encodeValidity(tpdu.validity),
        ...encodeUserData(tpdu),
      );
    case 'deliver':
      return Uint8Array.of(
        FIRST_OCTET.deliver | noMore(tpdu) | (tpdu.concatenation ? FIRST_OCTET.header : 0),
        ...encodeAddress(tpdu.from),
        octet(tpdu.protocol),
        octet(tpdu.dataCoding),
        ...encodeTimestamp(tpdu.submittedAt),
        ...encodeUserData(tpdu),
      );
    case 'status-report':
      return Uint8Array.of(
        FIRST_OCTET.statusReport | noMore(tpdu),
        octet(tpdu.reference),
        ...encodeAddress(tpdu.to),
        ...encodeTimestamp(tpdu.submittedAt),
        ...encodeTimestamp(tpdu.at),
        octet(tpdu.statusCode),
      );
  }
}

function submitFlags(tpdu: SubmitTpdu): number {
  return (
    FIRST_OCTET.submit |
    (VALIDITY_FORMATS.indexOf(tpdu.validity.format) << 3) |
    (tpdu.rejectDuplicates ? FIRST_OCTET.rejectDuplicates : 0) |
    (tpdu.statusReportRequested ? FIRST_OCTET.statusReportRequested : 0) |
    (tpdu.concatenation ? FIRST_OCTET.header : 0)
  );
}

function noMore({ moreToSend }: { readonly moreToSend: boolean }): number {
  return moreToSend ? 0 : FIRST_OCTET.noMoreToSend;
}

function encodeValidity(validity: Validity): Uint8Array {
  switch (validity.format) {
    case 'none':
      return new Uint8Array();
    case 'relative':
      return Uint8Array.of(octet(validity.period));
    case 'absolute':
      return encodeTimestamp(validity.until);
    case 'enhanced':
      if (validity.octets.length !== 7) throw new PduError('an enhanced validity has seven octets');
      return validity.octets;
  }
}

function octet(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 0xff) throw new PduError('a field is no octet');
  return value;
}
