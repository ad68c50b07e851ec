import type { Part } from '../ports.ts';
import { ADDRESS_TYPE } from './address.ts';
import { dataCoding } from './data-coding.ts';
import { encodeTpdu } from './encode.ts';
import { PduError } from './pdu-error.ts';
import { VALIDITY_PERIOD } from './validity-period.ts';

/** The modem chooses TP-MR itself and tells it in `+CMGS`. */
const REFERENCE_BY_MODEM = 0;

/** The TPDU of one part, without a service centre address. Throws PduError for a number or text that does not fit. */
export function encodeSubmit({ to, text, alphabet, concatenation }: Part): Uint8Array {
  if (!/^\+\d{1,15}$/.test(to)) {
    throw new PduError('the recipient is not an international number (+ and at most 15 digits)');
  }
  return encodeTpdu({
    type: 'submit',
    reference: REFERENCE_BY_MODEM,
    to: { number: to, type: ADDRESS_TYPE.international },
    protocol: 0,
    statusReportRequested: true,
    rejectDuplicates: false,
    validity: { format: 'relative', period: VALIDITY_PERIOD },
    dataCoding: dataCoding(alphabet),
    text,
    ...(concatenation && { concatenation: { ...concatenation, bits: 8 } }),
  });
}
