import * as z from 'zod/mini';
import { messageId } from '../fields.ts';

export { inboundId } from '../fields.ts';

/** A try to send a message: `msg_….1`. Its id decides that it is submitted once at most. */
export const attemptId = z.string().check(z.regex(/^msg_[0-9A-HJKMNP-TV-Z]{26}\.\d{1,4}$/));
export const journalId = z.string().check(z.regex(/^jnl_[0-9A-HJKMNP-TV-Z]{26}$/));
/** Something that the cloud asks a box to do. */
export const commandId = z.string().check(z.regex(/^cmd_[0-9A-HJKMNP-TV-Z]{26}$/));
/** One of a box's modems, as its configuration names it. */
export const modemName = z
  .string()
  .check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, 'a modem’s name has 1 to 32 of a-z, 0-9 and -'));
export const count = z.int().check(z.minimum(0));
/** Of which the sender speaks. */
export const journal = { journalId, epoch: count };

/** The message that an attempt belongs to: `msg_….1` → `msg_…`. */
export function messageIdOf(attempt: string): string {
  return z.parse(messageId, attempt.slice(0, attempt.lastIndexOf('.')));
}
