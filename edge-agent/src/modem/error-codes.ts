import type { ModemError } from './final-result.ts';

/**
 * What an error says about the text that the modem was given.
 * `message`: the network or the modem will never take it. `passing`: not taken now. `modem`: not taken until the modem, its
 * SIM card or its settings are put right. `unclear`: it may have been sent.
 */
export type ErrorClass = 'message' | 'passing' | 'modem' | 'unclear';

/** RP causes (3GPP TS 24.011 annex E), TP failure causes (TS 23.040 section 9.2.3.22), message service failures (TS 27.005). */
const CMS: Readonly<Record<Exclude<ErrorClass, 'unclear'>, readonly number[]>> = {
  message: [
    1, 8, 10, 21, 28, 29, 30, 50, 69, 81, 95, 96, 97, 98, 99, 111, 127, 128, 129, 130, 143, 144, 145, 159, 160, 161,
    175, 176, 193, 195, 196, 198, 199, 302, 303, 304, 305,
  ],
  passing: [27, 38, 42, 192, 194, 208, 211, 213, 300, 301, 314, 331, 515],
  modem: [310, 311, 312, 313, 315, 316, 317, 318, 320, 321, 322, 330],
};
const CME: Readonly<Record<Exclude<ErrorClass, 'unclear'>, readonly number[]>> = {
  message: [],
  passing: [14, 30],
  modem: [10, 11, 12, 13, 15, 16],
};

/**
 * Sorts an error that came after the text. Everything that no table knows is unclear, as are 41, 47, 332 and 500, a bare
 * ERROR, and CME 31 and 100, which say the same as 332 and 500: time ran out, and the reason is unknown.
 * 197 (a duplicate at the service centre) is unclear too: we never ask for duplicates to be rejected.
 */
export function errorClass({ source, code }: ModemError): ErrorClass {
  if (source === 'none' || code === undefined) return 'unclear';
  const table = source === 'CMS' ? CMS : CME;
  if (table.message.includes(code)) return 'message';
  if (table.passing.includes(code)) return 'passing';
  return table.modem.includes(code) ? 'modem' : 'unclear';
}
