/** What the driver does otherwise with one family of modems. The agent's texts and numbers play no part in it. */
export interface ModemProfile {
  readonly name: string;
  /** the answers to AT+CGMI and AT+CGMM, a space between */
  readonly matches: RegExp;
  /** said once the modem is known; a modem that refuses one works all the same */
  readonly start: readonly string[];
  /** parameters of AT+CNMI (mode, mt, bm, ds, bfr; 3GPP TS 27.005 section 3.4.1), the best first: the first accepted stands */
  readonly newMessages: readonly string[];
  /** parameters of AT+CPMS, the best first; the last memory named is where messages arrive */
  readonly memories: readonly string[];
  /** stored reports (ds 2) lie among the messages, not in a memory of their own */
  readonly reportsAmongMessages: boolean;
  /** the final OK behind `+CPIN:` may be missing */
  readonly pinWithoutOk: boolean;
  /** said when a memory is full, besides +CMS ERROR: 322 */
  readonly memoryFull: RegExp | undefined;
  /** said after a restart, with which all settings are lost */
  readonly restarted: RegExp | undefined;
  /** restarts the modem without touching its power */
  readonly softReset: string;
  /** how AT+CUSD takes and gives a text of the GSM 7-bit alphabet: as it is, or as hexadecimal packed septets */
  readonly ussd: 'text' | 'packed';
}

/**
 * mt 1 stores a message and tells its place, so that a crash loses none; ds 2 does so with reports. Then what ModemManager
 * tries (mm-broadband-modem.c), for modems that take no more.
 */
const NEW_MESSAGES = ['2,1,0,2,0', '2,1,0,1,0', '2,1,2,1,0', '2,1,2,2,0', '2,1,2,0,0', '1,1,0,1,0', '3,1,0,1,0'];

/** A modem that keeps to 3GPP TS 27.005 and 27.007. */
export const GENERIC: ModemProfile = {
  name: 'generic',
  matches: /(?:)/,
  start: [],
  newMessages: NEW_MESSAGES,
  memories: ['"ME","ME","ME"', '"SM","SM","SM"', '"SM","SM"', '"SM"'],
  reportsAmongMessages: false,
  pinWithoutOk: false,
  memoryFull: undefined,
  restarted: undefined,
  // 3GPP TS 27.007 section 8.2: <rst> 1.
  softReset: 'AT+CFUN=1,1',
  ussd: 'text',
};

/** Each quirk with its source; what no source tells of is as in GENERIC. */
const FAMILIES: readonly ModemProfile[] = [
  {
    ...GENERIC,
    name: 'cinterion',
    matches: /cinterion|siemens|gemalto|thales/i,
    // TC35i AT Command Set V01.05, AT^SMGO: tells of a full memory once it is asked to.
    start: ['AT^SMGO=1'],
    memoryFull: /^\^SMGO:\s*[12]$/,
    // MC75i, gammu issue 1206: `+CNMI: (0-3),(0,1),(0,2,3),(0,2),(1)`: bfr 1 alone, and ds without 1.
    newMessages: ['2,1,0,2,1', '2,1,0,1,1', ...NEW_MESSAGES],
    // The same: received messages arrive in SM or MT, never in ME; there is no memory SR.
    memories: ['"SM","SM","SM"', '"MT","MT","MT"', '"SM","SM"'],
    reportsAmongMessages: true,
    // TC35i AT Command Set V01.05, ^SYSSTART.
    restarted: /^\^SYSSTART/,
  },
  {
    ...GENERIC,
    name: 'simcom',
    matches: /simcom/i,
    // SIM900 AT Commands Manual V1.03, AT+CNMI: ds is 0 or 1.
    newMessages: NEW_MESSAGES.filter((values) => values.split(',')[3] !== '2'),
    // The same manual, summary of unsolicited result codes.
    memoryFull: /^\+SMSFULL/,
    restarted: /^RDY$/,
  },
  {
    ...GENERIC,
    name: 'quectel',
    matches: /quectel/i,
    // EC25 & EC21 AT Commands Manual, AT+QINDCFG and the summary of URCs.
    start: ['AT+QINDCFG="smsfull",1'],
    memoryFull: /^\+QIND:\s*"smsfull"/,
    restarted: /^RDY$/,
  },
  {
    ...GENERIC,
    name: 'huawei',
    matches: /huawei/i,
    // chan_dongle, at_response.h. Its ^BOOT comes at any time and tells of no restart.
    memoryFull: /^\^SMMEMFULL/,
    // ModemManager, plugins/huawei, encode_ussd_command.
    ussd: 'packed',
  },
  {
    ...GENERIC,
    name: 'wavecom',
    matches: /wavecom|sierra/i,
    // python-gsmmodem, fake Wavecom modem: three memories give ERROR.
    memories: ['"SM","SM"', '"SM"'],
    // Wavecom AT Commands Interface Guide X41, section 2.3: AT+CPIN? is not followed by OK.
    pinWithoutOk: true,
    // The same, +WIND: 3, ready for basic commands after a start.
    restarted: /^\+WIND:\s*3$/,
    // The same, AT+CFUN: 1 restarts the product, and there is no second parameter.
    softReset: 'AT+CFUN=1',
  },
];

/** @param identity the answers to AT+CGMI and AT+CGMM, a space between */
export function profileOf(identity: string): ModemProfile {
  return FAMILIES.find(({ matches }) => matches.test(identity)) ?? GENERIC;
}

export function isMemoryFull(line: string): boolean {
  return FAMILIES.some(({ memoryFull }) => memoryFull?.test(line));
}
