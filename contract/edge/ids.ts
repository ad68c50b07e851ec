import * as z from 'zod/mini';
import { messageId } from '../fields.ts';

/** A try to send a message: `msg_….1`. Its id decides that it is submitted once at most. */
export const attemptId = z.string().check(z.regex(/^msg_[0-9A-HJKMNP-TV-Z]{26}\.\d{1,4}$/));
export const journalId = z.string().check(z.regex(/^jnl_[0-9A-HJKMNP-TV-Z]{26}$/));
export const count = z.int().check(z.minimum(0));
/** Of which the sender speaks. */
export const journal = { journalId, epoch: count };

/** The message that an attempt belongs to: `msg_….1` → `msg_…`. */
export function messageIdOf(attempt: string): string {
  return z.parse(messageId, attempt.slice(0, attempt.lastIndexOf('.')));
}
