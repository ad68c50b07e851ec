import type { InboundMessages } from '../journal/inbound-messages.ts';
import type { InboundFact, InboundMessage } from '../journal/inbound-records.ts';
import { SAME_MESSAGE_MS, timeOf } from './same-part.ts';

/** The message that lacks a part; `again` for a part that came before, `new` for the first of a message. */
export type Place = InboundMessage | 'again' | 'new';

export function placeOf(part: InboundFact, known: Pick<InboundMessages, 'hasSeen' | 'openLike'>): Place {
  return known.hasSeen(part) ? 'again' : (sentWith(part, known.openLike(part)) ?? 'new');
}

/** Of the messages that lack parts and have the same reference, the one whose parts were sent at that time. */
function sentWith(part: InboundFact, open: Iterable<InboundMessage>): InboundMessage | undefined {
  let nearest: InboundMessage | undefined;
  let least = SAME_MESSAGE_MS;
  for (const message of open) {
    if (message.received.some(({ part: number }) => number === part.concatenation?.part)) continue;
    const distance = distanceFrom(message, timeOf(part));
    if (distance > least) continue;
    nearest = message;
    least = distance;
  }
  return nearest;
}

function distanceFrom({ received }: InboundMessage, time: number): number {
  const times = received.map(timeOf);
  return Math.max(0, Math.min(...times) - time, time - Math.max(...times));
}
