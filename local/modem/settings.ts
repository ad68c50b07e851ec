import * as z from 'zod';
import { profile, profileName } from './profiles.ts';

/** What the network says of a text it took. `none`: it says nothing; `pending`: it is still trying, and no more follows. */
const outcome = z.enum(['delivered', 'failed', 'pending', 'none']);
export type Outcome = z.infer<typeof outcome>;

/** `error` is the code of +CMS ERROR; with `sent` the text goes out all the same, as the unclear codes allow. */
const errorCode = z.number().int().min(0).max(999);
const refusal = z.strictObject({ error: errorCode, sent: z.boolean().optional() });
export type Refusal = z.infer<typeof refusal>;
const milliseconds = z.number().int().min(0).max(3_600_000);

/** once: instead of the next prompt, instead of taking the next Ctrl-Z, or after the text was submitted and before any answer */
const moment = z.enum(['never', 'at-prompt', 'before-ctrl-z', 'after-ctrl-z']);
export type Moment = z.infer<typeof moment>;

/** +CREG: 0 not searching, 1 home, 2 searching, 3 denied, 5 roaming */
const registration = z.literal([0, 1, 2, 3, 5]);
export type Registration = z.infer<typeof registration>;
const slots = z.number().int().min(1).max(255);

/** The answer to a USSD code. `status` as in +CUSD (3GPP TS 27.007 section 7.15): 0 done, 1 wants an answer, 2 ended, 4 refused. */
const ussdAnswer = z.strictObject({
  text: z.string().max(182),
  alphabet: z.enum(['gsm7', 'ucs2']).default('gsm7'),
  status: z.literal([0, 1, 2, 4]).default(0),
  delayMs: milliseconds.default(0),
});
export type UssdAnswer = z.infer<typeof ussdAnswer>;

/** How the modem and its network behave. */
export const settings = z.strictObject({
  /** the model that it plays; see profiles.ts */
  profile: profileName,
  /** fields of the profile that differ from the model */
  quirks: profile.partial(),
  /** AT+CGSN and AT+CIMI, 15 digits */
  imei: z.string().regex(/^\d{15}$/),
  imsi: z.string().regex(/^\d{15}$/),
  /** between Ctrl-Z and +CMGS */
  networkDelayMs: milliseconds,
  /** between Ctrl-Z and the delivery report */
  reportDelayMs: milliseconds,
  outcome,
  /** numbers with a fate of their own */
  numbers: z.record(z.string(), z.strictObject({ outcome: outcome.optional(), refusal: refusal.optional() })),
  /** the next submits are refused, before any number's own fate */
  failNext: refusal.extend({ count: z.number().int().min(0) }),
  /** answers to Ctrl-Z are withheld until it is false again */
  hold: z.boolean(),
  /** an answer whose line dropped goes to the next connection instead of being lost */
  lateAnswers: z.boolean(),
  /** the line drops */
  dropNext: moment,
  /** the modem hangs until it is reset: deaf and dumb, with a line that stays open */
  hangNext: moment,
  /** the modem starts anew */
  rebootNext: moment,
  /** the modem neither hears nor says anything */
  silent: z.boolean(),
  /** the most octets written at once; 0: all */
  fragmentOctets: z.number().int().min(0),
  /** the line's rate: an octet takes 10 bits, both ways. 0: no time at all */
  baud: z.literal([0, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600]),
  /** unsolicited lines put in front of every line of an answer */
  interleave: z.array(z.string()),
  registration,
  /** the code of +CMS ERROR for a text given while not registered */
  noNetworkError: errorCode,
  /** +CSQ: 0–31, 99 unknown */
  signal: z.union([z.number().int().min(0).max(31), z.literal(99)]),
  /** AT+COPS? */
  operator: z.string().max(32),
  /** AT+CSCA; empty: the SIM has none, and a PDU without one is refused with 330. AT+CSCA= sets it too. */
  serviceCentre: z.string().regex(/^(\+?\d{1,20})?$/),
  /** false: no SIM is in the modem */
  simPresent: z.boolean(),
  /** how long a start takes: nothing is heard or said */
  startMs: milliseconds,
  /** how long after a start the SIM is busy */
  simBusyMs: milliseconds,
  /** slots of the memories; messages that lie beyond a lower number stay until they are deleted */
  slots: z.strictObject({ SM: slots, ME: slots, SR: slots }),
  /** received messages are stored and not announced, as when +CMTI gets lost */
  loseAnnouncements: z.boolean(),
  /** how long the network waits for the AT+CNMA that AT+CSMS=1 asks for, then AT+CNMI is off; 0: for ever. Real: about 15 s */
  acknowledgeWithinMs: milliseconds,
  /** between a slot getting free and the network's next try to deliver what it held */
  redeliveryMs: milliseconds,
  /** the answers to AT+CUSD by code; any other code is refused with status 4 */
  ussd: z.record(z.string(), ussdAnswer),
  /** reports give numbers that begin with this (`+31`) in national form; empty: never */
  nationalReports: z.string(),
});
export type Settings = z.infer<typeof settings>;

export const DEFAULT_SETTINGS: Settings = {
  profile: 'generic',
  quirks: {},
  imei: '350000000000006',
  imsi: '204080000000001',
  networkDelayMs: 0,
  reportDelayMs: 0,
  outcome: 'delivered',
  numbers: {},
  failNext: { count: 0, error: 0 },
  hold: false,
  lateAnswers: false,
  dropNext: 'never',
  hangNext: 'never',
  rebootNext: 'never',
  silent: false,
  fragmentOctets: 0,
  baud: 0,
  interleave: [],
  registration: 1,
  noNetworkError: 331,
  signal: 21,
  operator: 'Heraut Test',
  serviceCentre: '+31653131313',
  simPresent: true,
  startMs: 0,
  simBusyMs: 0,
  slots: { SM: 20, ME: 50, SR: 20 },
  loseAnnouncements: false,
  acknowledgeWithinMs: 0,
  redeliveryMs: 0,
  ussd: {},
  nationalReports: '',
};

export const settingsChange = settings.partial();
export type SettingsChange = z.input<typeof settingsChange>;

/** The settings after a change; what it doesn't name stays. */
export function changed(before: Settings, change: SettingsChange): Settings {
  return settings.parse({ ...before, ...change });
}
