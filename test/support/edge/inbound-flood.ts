import type { InboundPart } from '../../../edge-agent/src/ports.ts';
import { seededRandom, shuffled } from '../crash/random.ts';
import { type PhoneMessage, phoneParts } from './inbound-parts.ts';

const SENDERS = 40;
const HOUR = 3_600_000;
/** One of so many parts comes again. */
const AGAIN = 5;

/** Messages of one to five parts, from senders whose references come again within hours. */
function messages(partsWanted: number, start: Date, random: () => number): PhoneMessage[] {
  const all: PhoneMessage[] = [];
  for (let left = partsWanted; left > 0; left -= all.at(-1)?.texts.length ?? 0) {
    const number = all.length;
    const parts = Math.min(left, 1 + Math.floor(random() * 5));
    all.push({
      sender: `+3161234${String(number % SENDERS).padStart(4, '0')}`,
      texts: Array.from({ length: parts }, (_, part) => `bericht ${number}, deel ${part + 1}: żółć 👍 `),
      // The next message of a sender is an hour later, and has one of four references.
      reference: Math.floor(random() * 4),
      sentAt: new Date(start.getTime() + Math.floor(number / SENDERS) * HOUR),
    });
  }
  return all;
}

/** `arrivals`: the parts in random order, some of them again, in half of those cases with another time. */
export function inboundFlood(parts: number, start: Date, seed: number): { texts: string[]; arrivals: InboundPart[] } {
  const random = seededRandom(seed);
  const all = messages(parts, start, random);
  const once = all.flatMap(phoneParts);
  const again = once
    .filter(() => random() < 1 / AGAIN)
    .map((part) =>
      part.concatenation && part.sentAt && random() < 0.5
        ? { ...part, sentAt: new Date(part.sentAt.getTime() + 90_000) }
        : part,
    );
  return { texts: all.map(({ texts }) => texts.join('')), arrivals: shuffled([...once, ...again], random) };
}
