import type { InboundFact } from '../journal/inbound-records.ts';

/**
 * Parts of one message are sent one after the other, a few seconds each: the longest, of 255 parts, takes a quarter of an hour.
 * A phone counts its long messages, and after 256 a reference comes again; from one phone that is weeks later. So parts with
 * the same reference that were sent more than half an hour apart belong to two messages. Milliseconds.
 */
export const SAME_MESSAGE_MS = 30 * 60_000;

/** When the network took it, epoch ms; where it told no time, when it came. */
export function timeOf({ sentAt, at }: { readonly sentAt?: string | undefined; readonly at: string }): number {
  return Date.parse(sentAt ?? at);
}

/** By how many milliseconds two with the same digest may differ in their time and still be the same part. */
export function repetitionWithin({ kind }: InboundFact): number {
  // Of what can't be read the time is somewhere inside.
  return kind === 'unreadable' ? Number.POSITIVE_INFINITY : SAME_MESSAGE_MS;
}
