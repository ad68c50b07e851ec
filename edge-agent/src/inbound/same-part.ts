import type { InboundFact, InboundMessage } from '../journal/inbound-records.ts';

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

/**
 * A network's second try comes within seconds of the first. Some senders, alarm panels above all, give each long message the same
 * reference: what says the same later is the next alarm. Milliseconds.
 */
export const REPEATED_MS = 2 * 60_000;

/** By how many milliseconds two with the same digest may differ in their time and still be the same part, whatever became of its message. */
export function repetitionWithin({ kind, sentAt }: InboundFact): number {
  // Of what can't be read the time is somewhere inside.
  if (kind === 'unreadable') return Number.POSITIVE_INFINITY;
  return sentAt === undefined ? SAME_MESSAGE_MS : REPEATED_MS;
}

/** Whether it is a part that this message has already: as long as others lack, it can't be of the next one. */
export function isRepetitionIn({ received }: InboundMessage, part: InboundFact): boolean {
  return received.some(
    (one) =>
      one.part === part.concatenation?.part &&
      one.text === part.text &&
      one.octets === part.octets &&
      Math.abs(timeOf(one) - timeOf(part)) <= SAME_MESSAGE_MS,
  );
}
