import * as z from 'zod';

/** What the network says of a text it took. `none`: it says nothing; `pending`: it is still trying, and no more follows. */
const outcome = z.enum(['delivered', 'failed', 'pending', 'none']);
export type Outcome = z.infer<typeof outcome>;

/** `error` is the code of +CMS ERROR; with `sent` the text goes out all the same, as the unclear codes allow. */
const refusal = z.strictObject({ error: z.number().int().min(0).max(999), sent: z.boolean().optional() });
export type Refusal = z.infer<typeof refusal>;
const milliseconds = z.number().int().min(0).max(600_000);

/** How the modem and its network behave. */
const settings = z.strictObject({
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
  /** once: the line drops instead of taking the next Ctrl-Z, or after the text was submitted and before any answer */
  dropNext: z.enum(['never', 'before-ctrl-z', 'after-ctrl-z']),
  /** the modem neither hears nor says anything */
  silent: z.boolean(),
  /** the most octets written at once; 0: all */
  fragmentOctets: z.number().int().min(0),
  /** unsolicited lines put in front of every line of an answer */
  interleave: z.array(z.string()),
  /** +CREG: 0 not searching, 1 home, 2 searching, 3 denied, 5 roaming */
  registration: z.literal([0, 1, 2, 3, 5]),
  /** +CSQ: 0–31, 99 unknown */
  signal: z.union([z.number().int().min(0).max(31), z.literal(99)]),
  /** reports give numbers that begin with this (`+31`) in national form; empty: never */
  nationalReports: z.string(),
});
export type Settings = z.infer<typeof settings>;

export const DEFAULT_SETTINGS: Settings = {
  networkDelayMs: 0,
  reportDelayMs: 0,
  outcome: 'delivered',
  numbers: {},
  failNext: { count: 0, error: 0 },
  hold: false,
  lateAnswers: false,
  dropNext: 'never',
  silent: false,
  fragmentOctets: 0,
  interleave: [],
  registration: 1,
  signal: 21,
  nationalReports: '',
};

export const settingsChange = settings.partial();
export type SettingsChange = z.infer<typeof settingsChange>;

/** The settings after a change; what it doesn't name stays. */
export function changed(before: Settings, change: SettingsChange): Settings {
  return settings.parse({ ...before, ...change });
}

/** What POST /control takes: settings to change, the others stay, and acts that happen at once. */
export const control = settingsChange.extend({
  /** lines said now, unasked: `RING`, `+CREG: 2` */
  unsolicited: z.array(z.string()).optional(),
  /** the line drops now */
  dropLine: z.literal(true).optional(),
});
export type Control = z.infer<typeof control>;
