import * as z from 'zod';

/** SM: on the SIM; ME: in the modem; SR: delivery reports. `MT` and `BM`, which some models name too, are not simulated. */
const storeName = z.enum(['SM', 'ME', 'SR']);
export type StoreName = z.infer<typeof storeName>;

/** How one model of modem differs from the next. Each field may be set alone, by `quirks`. */
export const profile = z.strictObject({
  /** AT+CGMI, AT+CGMM, AT+CGMR */
  manufacturer: z.string(),
  model: z.string(),
  revision: z.string(),
  /** what AT+CNMI takes for mode, mt, bm, ds and bfr; all else is refused */
  newMessages: z.array(z.array(z.number().int())).length(5),
  /** AT+CNMI indicates with mode 0 too */
  modeIgnored: z.boolean(),
  /** what AT+CPMS takes for each of its two or three memories. With two, received messages go to SM. */
  memories: z.array(z.array(storeName)).min(2).max(3),
  /** AT+CSMS=1 is taken */
  phase2Plus: z.boolean(),
  /** AT+CMMS is known */
  moreMessages: z.boolean(),
  /** AT+CMGR of an empty slot: +CMS ERROR: 321, a plain OK, or `+CMGR: 0,,0` and OK */
  emptySlot: z.enum(['error', 'ok', 'zeros']),
  /** +CMS ERROR with its code whatever AT+CMEE says, or as AT+CMEE asks (0: ERROR, 1: code, 2: words) */
  messageErrors: z.enum(['code', 'cmee']),
  /** AT+CPIN? is answered without a final OK */
  pinWithoutOk: z.boolean(),
  /** +CME ERROR while the SIM starts */
  simBusy: z.literal([14, 515]),
  /** said after a start, and once the SIM is ready */
  startLines: z.array(z.string()),
  readyLines: z.array(z.string()),
  /** said when a message finds its memory full; `*` stands for the memory. Empty: nothing. */
  fullLine: z.string(),
  /** said when the SIM is taken out. Empty: nothing. */
  simGoneLine: z.string(),
  /** lines said unasked, one of them in front of each answer, in turn */
  chatter: z.array(z.string()),
  /** AT+CEREG is known */
  eps: z.boolean(),
  /** where AT+CNMI with ds 2 puts delivery reports: in SR, or among the received messages; and what says so */
  reportMemory: z.enum(['SR', 'received']),
  reportLine: z.enum(['+CDSI', '+CMTI']),
  /** AT+CUSD takes and gives texts of the default alphabet as they are, or as packed septets in hexadecimal */
  ussd: z.enum(['text', 'packed']),
  /** ATE0 is answered with OK, and the echo stays on */
  echoStays: z.boolean(),
  /** after a start TP-MR counts from 0 again */
  referencesRestart: z.boolean(),
});
export type Profile = z.infer<typeof profile>;

/** A modem that keeps to 3GPP TS 27.005 and 27.007, and shows none of the quirks. */
const generic: Profile = {
  manufacturer: 'Heraut',
  model: 'Simulated Modem',
  revision: '1',
  newMessages: [[0, 1, 2], [0, 1, 2, 3], [0], [0, 1, 2], [0, 1]],
  modeIgnored: false,
  memories: [
    ['SM', 'ME', 'SR'],
    ['SM', 'ME'],
    ['SM', 'ME'],
  ],
  phase2Plus: true,
  moreMessages: true,
  emptySlot: 'error',
  messageErrors: 'code',
  pinWithoutOk: false,
  simBusy: 14,
  startLines: [],
  readyLines: [],
  fullLine: '',
  simGoneLine: '',
  chatter: [],
  eps: true,
  reportMemory: 'SR',
  reportLine: '+CDSI',
  ussd: 'text',
  echoStays: false,
  referencesRestart: false,
};

/** Each quirk with its source. What no source tells of is as in `generic`. */
export const PROFILES = {
  generic,
  cinterion: {
    ...generic,
    manufacturer: 'Cinterion',
    model: 'MC75i',
    revision: 'REVISION 01.001',
    // MC75i, gammu issue 1206 and pull request 1207: `+CNMI: (0-3),(0,1),(0,2,3),(0,2),(1)`. bfr 0 is refused, and ds 1.
    newMessages: [[0, 1, 2, 3], [0, 1], [0, 2, 3], [0, 2], [1]],
    // The same: `+CPMS: ("ME","SM","MT"),("ME","SM","MT"),("SM","MT")`. ME is refused for received messages; there is no SR.
    memories: [['ME', 'SM'], ['ME', 'SM'], ['SM']],
    reportMemory: 'received',
    // TC35i AT Command Set V01.05, AT+CMGR, note: reading an empty record gives `+CMGR: 0,,0`.
    emptySlot: 'zeros',
    // The same: `+CMS ERROR: invalid memory index`, in words.
    messageErrors: 'cmee',
    // TC35i AT Command Set, ^SYSSTART and ^SMGO (overflow of the memories for short messages).
    startLines: ['^SYSSTART'],
    fullLine: '^SMGO: 1',
    // 2G only.
    eps: false,
  },
  simcom: {
    ...generic,
    manufacturer: 'SIMCOM_Ltd',
    model: 'SIMCOM_SIM900',
    revision: 'Revision:1137B13SIM900M64_ST',
    // SIM900 AT Command Manual V1.03, AT+CNMI: ds is 0 or 1, so no +CDSI; no SR among its memories.
    newMessages: [
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 2],
      [0, 1],
      [0, 1],
    ],
    memories: [
      ['SM', 'ME'],
      ['SM', 'ME'],
      ['SM', 'ME'],
    ],
    // SIM900 AT Commands Manual V1.07, section 12: its errors follow AT+CMEE, in words with 2.
    messageErrors: 'cmee',
    emptySlot: 'ok',
    // Lines that drivers of the SIM800 and SIM900 wait for; +SMSFULL is not in the manual.
    startLines: ['RDY', '+CFUN: 1'],
    readyLines: ['+CPIN: READY', 'Call Ready', 'SMS Ready'],
    simGoneLine: '+CPIN: NOT INSERTED',
    fullLine: '+SMSFULL',
    // 2G only.
    eps: false,
  },
  quectel: {
    ...generic,
    manufacturer: 'Quectel',
    model: 'EC25',
    revision: 'EC25EFAR06A06M4G',
    // gammu, test of AT+CNMI=?: `+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)`.
    newMessages: [
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 2],
      [0, 1, 2],
      [0, 1],
    ],
    memories: [
      ['ME', 'SM', 'SR'],
      ['ME', 'SM'],
      ['ME', 'SM'],
    ],
    messageErrors: 'cmee',
    // EC25 & EC21 AT Commands Manual, summary of URCs; AT+QINDCFG, "smsfull".
    startLines: ['RDY'],
    readyLines: ['+CPIN: READY', '+QUSIM: 1', '+CFUN: 1', '+QIND: SMS DONE'],
    simGoneLine: '+CPIN: NOT READY',
    fullLine: '+QIND: "smsfull","*"',
  },
  huawei: {
    ...generic,
    manufacturer: 'huawei',
    model: 'E1752',
    revision: '11.126.13.00.70',
    // gammu issue 408: `+CNMI: (0,1,2),(0,1,2,3),(0,2),(0,1,2),(0,1)`, and reports in SR.
    newMessages: [
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 2],
      [0, 1, 2],
      [0, 1],
    ],
    memories: [
      ['ME', 'SM', 'SR'],
      ['ME', 'SM'],
      ['ME', 'SM'],
    ],
    // chan_dongle, at_response.h: ^BOOT, ^MODE, ^RSSI, ^SIMST, ^SRVST and ^SMMEMFULL come at any time.
    chatter: ['^RSSI:14', '^BOOT:27710117,0,0,0,75', '^MODE:5,4', '^DSFLOWRPT:0000003A,00000000,00000000'],
    readyLines: ['^SIMST:1', '^SRVST:2'],
    simGoneLine: '^SIMST:255',
    fullLine: '^SMMEMFULL: "*"',
    // ModemManager's Huawei plugin, and chan_dongle: packed septets in hexadecimal, both ways.
    ussd: 'packed',
    eps: false,
  },
  wavecom: {
    ...generic,
    manufacturer: 'WAVECOM MODEM',
    model: 'MULTIBAND  900E  1800',
    revision: '657e09gg.Q2403A 1320676 061804 14:38',
    // python-gsmmodem, fake Wavecom modem: `+CPMS: (("SM","BM","SR"),("SM"))`; with three memories AT+CPMS gives ERROR.
    memories: [['SM', 'SR'], ['SM']],
    // The same takes `AT+CNMI=2,1,0,2`. Wavecom G900 user manual, page 34: mode 0 indicates too.
    newMessages: [
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [0, 2, 3],
      [0, 1, 2],
      [0, 1],
    ],
    modeIgnored: true,
    // AT Commands Interface Guide (WM_DEV_OAT_UGD_049), section 2.3: with AT+CMEE=0 an error is only `ERROR`, and AT+CPIN? is not followed by OK.
    messageErrors: 'cmee',
    pinWithoutOk: true,
    // The same, +CME ERROR: 515, please wait, initialisation or command processing in progress.
    simBusy: 515,
    // The same, section 7.1, +WIND: 1 the SIM is in, 7 ready for emergency calls, 3 basic commands, 4 all commands.
    startLines: ['+WIND: 1', '+WIND: 7', '+WIND: 3'],
    readyLines: ['+WIND: 4'],
    simGoneLine: '+WIND: 0',
    eps: false,
  },
} as const satisfies Readonly<Record<string, Profile>>;

export const profileName = z.enum(Object.keys(PROFILES) as [keyof typeof PROFILES]);
export type ProfileName = keyof typeof PROFILES;
