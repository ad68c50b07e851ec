import * as z from 'zod/mini';
import { instant } from '../fields.ts';
import { commandId, modemName } from './ids.ts';

/** Lines of its log that a box gives at most; they stay below the 128 kB of an IoT message. */
export const LOG_LINES_AT_MOST = 200;

const one = { modem: modemName };
/** absent: all of them */
const some = { modem: z.optional(modemName) };

/** What a person in the office or an operator asks a box to do, by its kind. */
export const COMMANDS = {
  /** The modem is given nothing more, also after a restart of the box, until `resume`. */
  pause: { kind: z.literal('pause'), ...some },
  resume: { kind: z.literal('resume'), ...some },
  /** Restarts the modem, after the part that it has now. */
  'reset-modem': { kind: z.literal('reset-modem'), ...one },
  /** A USSD code such as *100#; the answer has the network's text. */
  ussd: {
    kind: z.literal('ussd'),
    ...one,
    code: z.string().check(z.regex(/^[\d*#]{1,182}$/, 'A USSD code has 1 to 182 digits, * and #, such as *100#')),
  },
  /** The newest lines of the box's log. */
  'read-log': { kind: z.literal('read-log'), lines: z.int().check(z.minimum(1), z.maximum(LOG_LINES_AT_MOST)) },
} as const;

export type CommandKind = keyof typeof COMMANDS;
export const commandKinds = Object.keys(COMMANDS) as [CommandKind, ...CommandKind[]];

const every = {
  commandId,
  /** not begun after this, by the cloud's time */
  notAfter: instant,
};

/** As it is sent to the box. Done once at most, and answered by an event `answered`. */
export const command = z.discriminatedUnion('kind', [
  z.object({ ...COMMANDS.pause, ...every }),
  z.object({ ...COMMANDS.resume, ...every }),
  z.object({ ...COMMANDS['reset-modem'], ...every }),
  z.object({ ...COMMANDS.ussd, ...every }),
  z.object({ ...COMMANDS['read-log'], ...every }),
]);
export type Command = z.infer<typeof command>;
