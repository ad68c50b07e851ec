import type { Address } from './address.ts';
import type { Timestamp } from './timestamp.ts';
import type { UserData } from './user-data.ts';

/** What is told to and by the network (3GPP TS 23.040 section 9.2.2). */
export type Tpdu = DeliverTpdu | SubmitTpdu | StatusReportTpdu;

/** From the network to the phone. */
export interface DeliverTpdu extends UserData {
  readonly type: 'deliver';
  readonly from: Address;
  /** TP-PID; 0 for a text from a person to a person */
  readonly protocol: number;
  /** TP-SCTS; undefined where the network fills it with what is no time */
  readonly submittedAt: Timestamp | undefined;
  /** the service centre has more for this phone (TP-MMS) */
  readonly moreToSend: boolean;
}

/** From the phone to the network. */
export interface SubmitTpdu extends UserData {
  readonly type: 'submit';
  readonly reference: number;
  readonly to: Address;
  readonly protocol: number;
  readonly statusReportRequested: boolean;
  /** the service centre shall refuse the same reference to the same number again (TP-RD) */
  readonly rejectDuplicates: boolean;
  readonly validity: Validity;
}

/** What became of a submitted text. */
export interface StatusReportTpdu {
  readonly type: 'status-report';
  readonly reference: number;
  readonly to: Address;
  readonly submittedAt: Timestamp | undefined;
  /** TP-DT */
  readonly at: Timestamp | undefined;
  /** TP-ST */
  readonly statusCode: number;
  readonly moreToSend: boolean;
}

/** How long the network keeps trying (TP-VPF, TP-VP; section 9.2.3.12). */
export type Validity =
  | { readonly format: 'none' }
  /** the octet of section 9.2.3.12.1 */
  | { readonly format: 'relative'; readonly period: number }
  | { readonly format: 'absolute'; readonly until: Timestamp | undefined }
  /** seven octets of section 9.2.3.12.3, as they stand */
  | { readonly format: 'enhanced'; readonly octets: Uint8Array };

/** Bits of the first octet; some mean one thing for one type and another for the next. */
export const FIRST_OCTET = {
  type: 0x03,
  deliver: 0x00,
  submit: 0x01,
  statusReport: 0x02,
  rejectDuplicates: 0x04,
  noMoreToSend: 0x04,
  validityFormat: 0x18,
  statusReportRequested: 0x20,
  header: 0x40,
} as const;

/** In the order of TP-VPF. */
export const VALIDITY_FORMATS = ['none', 'enhanced', 'relative', 'absolute'] as const;
