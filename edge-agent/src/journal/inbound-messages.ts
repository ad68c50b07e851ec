import { eventId, type InboundEvent } from '../../../contract/edge.ts';
import { isRepetitionIn, repetitionWithin, timeOf } from '../inbound/same-part.ts';
import { inboundEventOf } from './inbound-event.ts';
import type { InboundFact, InboundMessage, InboundRecord } from './inbound-records.ts';
import { SeenParts } from './seen-parts.ts';

/** How long the parts that a message lacks are waited for. */
export const PARTS_AWAITED_MS = 24 * 3_600_000;

type PartRecord = Extract<InboundRecord, { type: 'inbound-part' }>;
type Origin = Pick<InboundFact, 'modem' | 'kind' | 'sender'> & Pick<InboundMessage, 'concatenation'>;

/** Messages from the network until the cloud has them, and what recognises their parts for longer. Changed by records alone. */
export class InboundMessages {
  readonly #messages = new Map<string, InboundMessage>();
  /** those that lack parts, by what their parts have in common */
  readonly #open = new Map<string, Map<string, InboundMessage>>();
  readonly #seen = new SeenParts();

  /** Returns the events that follow. */
  apply(record: InboundRecord): InboundEvent[] {
    switch (record.type) {
      case 'inbound-part':
        return this.#take(record);
      case 'inbound-given-up':
        return record.inboundIds.flatMap((id) => this.#tell(this.#messages.get(id), record.at));
      case 'inbound':
        this.#put(record.message);
        return [];
      case 'inbound-seen':
        this.#seen.restore(record);
        return [];
    }
  }

  /** How many the cloud does not have yet, whole or not. */
  get size(): number {
    return this.#messages.size;
  }

  hasSeen(part: InboundFact): boolean {
    if (this.#seen.has(part.digest, timeOf(part), repetitionWithin(part))) return true;
    return [...this.openLike(part)].some((message) => isRepetitionIn(message, part));
  }

  /** Messages that lack parts, with the sender and reference of this one. */
  openLike(part: InboundFact): Iterable<InboundMessage> {
    return (part.concatenation && this.#open.get(keyOf(part))?.values()) ?? [];
  }

  /** Those whose parts were waited for long enough. */
  overdue(now: Date): InboundMessage[] {
    return [...this.#open.values()]
      .flatMap((messages) => [...messages.values()])
      .filter(({ since }) => since !== undefined && Date.parse(since) + PARTS_AWAITED_MS <= now.getTime());
  }

  unacknowledged(): InboundEvent[] {
    return [...this.#messages.values()].flatMap(({ event }) => event ?? []);
  }

  /** The cloud has it: all that is kept of it is what recognises its parts. */
  acknowledge(id: string): void {
    const message = this.#messages.get(id.slice(0, id.indexOf(':')));
    if (message?.event && eventId(message.event) === id) this.#messages.delete(message.inboundId);
  }

  /** Parts that came before the time was known count from now on. */
  forget(now: Date): void {
    this.#seen.forget(now.getTime());
    for (const messages of this.#open.values())
      for (const message of messages.values()) message.since ??= now.toISOString();
  }

  records(): InboundRecord[] {
    return [
      ...this.#seen.records(),
      ...[...this.#messages.values()].map((message) => ({ type: 'inbound' as const, message })),
    ];
  }

  #take(record: PartRecord): InboundEvent[] {
    const { inboundId, modem, kind, sender, concatenation, digest, dated, at } = record;
    this.#seen.add(digest, timeOf(record), dated ? Date.parse(at) : undefined);
    const { part = 1, ...reference } = concatenation ?? {};
    const message: InboundMessage = this.#messages.get(inboundId) ?? {
      ...{ inboundId, modem, kind, sender, received: [] },
      ...(concatenation && { concatenation: reference as typeof concatenation }),
      ...(dated && { since: at }),
    };
    const { text, octets, sentAt } = record;
    message.received.push({ part, text, octets, sentAt, at });
    this.#put(message);
    return message.received.length === (concatenation?.parts ?? 1) ? this.#tell(message, at) : [];
  }

  #tell(message: InboundMessage | undefined, at: string): InboundEvent[] {
    if (!message || message.event) return [];
    message.event = inboundEventOf(message, at);
    message.received = [];
    this.#put(message);
    return [message.event];
  }

  #put(message: InboundMessage): void {
    const { inboundId, event } = message;
    this.#messages.set(inboundId, message);
    const key = keyOf(message);
    const open = this.#open.get(key) ?? new Map();
    if (event) open.delete(inboundId);
    else open.set(inboundId, message);
    if (open.size > 0) this.#open.set(key, open);
    else this.#open.delete(key);
  }
}

function keyOf({ modem, kind, sender, concatenation }: Origin): string {
  const { reference, bits, parts } = concatenation ?? {};
  return JSON.stringify([modem, kind, sender, reference, bits, parts]);
}
