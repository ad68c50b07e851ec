import { readAddress, readServiceCentre } from './address.ts';
import { MalformedPdu, OctetReader, octetsFromHex } from './octets.ts';
import { decodeUserData, type UserData } from './user-data.ts';

/** An SMS-SUBMIT (3GPP TS 23.040 section 9.2.2.2) with the service centre's address in front. */
export interface SubmitPdu {
  /** octets without the service centre's address: what AT+CMGS must have announced */
  readonly tpduLength: number;
  readonly serviceCentre: string;
  readonly rejectDuplicates: boolean;
  readonly reportRequested: boolean;
  /** TP-MR as the sender filled it in; modems choose their own */
  readonly reference: number;
  readonly number: string;
  readonly protocolId: number;
  readonly dataCoding: number;
  /** TP-VP as it stands; null when absent */
  readonly validityPeriod: Uint8Array | null;
  readonly userData: UserData;
}

const SUBMIT = 0x01;
/** Octets of TP-VP by TP-VPF: absent, enhanced, relative, absolute. */
const VALIDITY_OCTETS = [0, 7, 1, 7] as const;

/** Decodes the hexadecimal text between the prompt and Ctrl-Z; throws MalformedPdu. */
export function decodeSubmit(hex: string): SubmitPdu {
  const reader = new OctetReader(octetsFromHex(hex));
  const serviceCentre = readServiceCentre(reader);
  const tpduLength = reader.left();
  const flags = reader.octet();
  if ((flags & 0x03) !== SUBMIT) throw new MalformedPdu('not an SMS-SUBMIT');
  const reference = reader.octet();
  const number = readAddress(reader);
  const protocolId = reader.octet();
  const dataCoding = reader.octet();
  const validityOctets = VALIDITY_OCTETS[(flags >> 3) & 0x03] as number;
  const validityPeriod = validityOctets === 0 ? null : reader.take(validityOctets);
  const userDataLength = reader.octet();
  return {
    tpduLength,
    serviceCentre,
    rejectDuplicates: (flags & 0x04) !== 0,
    reportRequested: (flags & 0x20) !== 0,
    reference,
    number,
    protocolId,
    dataCoding,
    validityPeriod,
    userData: decodeUserData(reader.rest(), userDataLength, dataCoding, (flags & 0x40) !== 0),
  };
}
