/** The final result code other than OK that ends a command line. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly kind: 'ERROR' | '+CME ERROR' | '+CMS ERROR';
  readonly code: number;

  constructor(kind: CommandError['kind'] = 'ERROR', code = 0) {
    super(`${kind} ${code}`);
    this.kind = kind;
    this.code = code;
  }
}

/** 3GPP TS 27.005 section 3.2.5: the messages, and their network's refusals */
export function cmsError(code: number): CommandError {
  return new CommandError('+CMS ERROR', code);
}

/** 3GPP TS 27.007 section 9.2: the modem and its SIM */
export function cmeError(code: number): CommandError {
  return new CommandError('+CME ERROR', code);
}

/** AT+CMEE: 0 gives ERROR alone, 1 the code, 2 words. */
export type ErrorFormat = 0 | 1 | 2;

/** How the line reads. Some models give the code of +CMS ERROR whatever AT+CMEE says. */
export function errorLine({ kind, code }: CommandError, format: ErrorFormat, messageErrors: 'code' | 'cmee'): string {
  if (kind === '+CMS ERROR' && messageErrors === 'code') return `${kind}: ${code}`;
  if (kind === 'ERROR' || format === 0) return 'ERROR';
  const words = kind === '+CME ERROR' ? CME_WORDS : CMS_WORDS;
  return `${kind}: ${format === 1 ? code : (words[code] ?? 'unknown error')}`;
}

const CME_WORDS: Readonly<Record<number, string>> = {
  3: 'operation not allowed',
  10: 'SIM not inserted',
  11: 'SIM PIN required',
  12: 'SIM PUK required',
  13: 'SIM failure',
  14: 'SIM busy',
  16: 'incorrect password',
  30: 'no network service',
  515: 'Please wait, init or command processing in progress',
};

/** RP causes of 3GPP TS 24.011 Annex E-2, then 27.005's own. */
const CMS_WORDS: Readonly<Record<number, string>> = {
  1: 'unassigned (unallocated) number',
  8: 'operator determined barring',
  10: 'call barred',
  21: 'short message transfer rejected',
  27: 'destination out of service',
  28: 'unidentified subscriber',
  29: 'facility rejected',
  30: 'unknown subscriber',
  38: 'network out of order',
  41: 'temporary failure',
  42: 'congestion',
  47: 'resources unavailable, unspecified',
  50: 'requested facility not subscribed',
  69: 'requested facility not implemented',
  111: 'protocol error, unspecified',
  127: 'interworking, unspecified',
  300: 'ME failure',
  301: 'SMS service of ME reserved',
  302: 'operation not allowed',
  303: 'operation not supported',
  304: 'invalid PDU mode parameter',
  305: 'invalid text mode parameter',
  310: 'SIM not inserted',
  311: 'SIM PIN required',
  313: 'SIM failure',
  314: 'SIM busy',
  315: 'SIM wrong',
  316: 'SIM PUK required',
  320: 'memory failure',
  321: 'invalid memory index',
  322: 'memory full',
  330: 'SMSC address unknown',
  331: 'no network service',
  332: 'network timeout',
  340: 'no +CNMA acknowledgement expected',
  500: 'unknown error',
};
