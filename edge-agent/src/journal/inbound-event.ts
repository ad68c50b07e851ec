import type { InboundEvent } from '../../../contract/edge.ts';
import type { InboundMessage } from './inbound-records.ts';

/** What the cloud is told: the parts in their order, and which are not there. */
export function inboundEventOf(message: InboundMessage, at: string): InboundEvent {
  const { inboundId, kind, sender, modem, concatenation } = message;
  const parts = concatenation?.parts ?? 1;
  const received = message.received.toSorted((a, b) => a.part - b.part);
  const numbers = new Set(received.map(({ part }) => part));
  const missing = Array.from({ length: parts }, (_, index) => index + 1).filter((part) => !numbers.has(part));
  const sentAt = received.flatMap((part) => part.sentAt ?? []).sort()[0];
  const octets = received.map((part) => part.octets ?? '').join('');
  return {
    type: 'inbound',
    inboundId,
    kind,
    at,
    ...(sentAt !== undefined && { sentAt }),
    ...(sender !== undefined && { sender }),
    // Joined first: a phone may have split a surrogate pair over two parts.
    text: received
      .map(({ text }) => text)
      .join('')
      .toWellFormed(),
    ...(octets && { octets }),
    parts,
    ...(missing.length > 0 && { missing }),
    modem,
  };
}
