import * as z from 'zod/mini';
import { instant } from '../fields.ts';
import { commandId, modemName } from './ids.ts';

/** Lines of its log that a box gives at most; they stay below the 128 kB of an IoT message. */
export const LOG_LINES_AT_MOST = 200;

const every = {
  commandId,
  /** not begun after this, by the cloud's time */
  notAfter: instant,
};
const one = { ...every, modem: modemName };
/** absent: all of them */
const some = { ...every, modem: z.optional(modemName) };

/** What a person in the office or an operator asks a box to do. Done once at most, and answered by an event `answered`. */
export const command = z.discriminatedUnion('kind', [
  /** The modem is given nothing more, also after a restart of the box, until `resume`. */
  z.object({ kind: z.literal('pause'), ...some }),
  z.object({ kind: z.literal('resume'), ...some }),
  /** Restarts the modem, after the part that it has now. */
  z.object({ kind: z.literal('reset-modem'), ...one }),
  /** A USSD code such as *100#; the answer has the network's text. */
  z.object({ kind: z.literal('ussd'), ...one, code: z.string().check(z.regex(/^[\d*#]{1,182}$/)) }),
  /** The newest lines of the box's log. */
  z.object({ kind: z.literal('read-log'), ...every, lines: z.int().check(z.minimum(1), z.maximum(LOG_LINES_AT_MOST)) }),
]);
export type Command = z.infer<typeof command>;
