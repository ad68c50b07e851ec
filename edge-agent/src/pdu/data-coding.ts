import { PduError } from './pdu-error.ts';

/** TP-DCS, and the coding of USSD (3GPP TS 23.038 sections 4 and 5). */
export type Coding = 'gsm7' | 'data' | 'ucs2';
/** 0 is shown at once and kept nowhere ("flash"), 1 on the phone, 2 on the SIM card, 3 elsewhere. */
export type MessageClass = 0 | 1 | 2 | 3;

const CODINGS = ['gsm7', 'data', 'ucs2'] as const;
const HAS_CLASS = 0x10;

export function dataCoding(coding: Coding, messageClass?: MessageClass): number {
  return (CODINGS.indexOf(coding) << 2) | (messageClass === undefined ? 0 : HAS_CLASS | messageClass);
}

/** Reserved codings are read as GSM 7-bit, as the standard asks. Throws PduError for a compressed text. */
export function codingOf(dcs: number): Coding {
  const group = dcs >> 4;
  if (group === 0xe) return 'ucs2';
  if (group === 0xf) return dcs & 0x04 ? 'data' : 'gsm7';
  if (group >= 0x8) return 'gsm7';
  if (dcs & 0x20) throw new PduError('the text is compressed');
  return CODINGS[(dcs >> 2) & 0x3] ?? 'gsm7';
}

export function messageClassOf(dcs: number): MessageClass | undefined {
  const group = dcs >> 4;
  const hasClass = group === 0xf || (group < 0x8 && (dcs & HAS_CLASS) !== 0);
  return hasClass ? ((dcs & 0x3) as MessageClass) : undefined;
}
