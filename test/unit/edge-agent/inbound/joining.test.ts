import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboundEvent } from '../../../../contract/edge.ts';
import { partFact } from '../../../../edge-agent/src/inbound/part-fact.ts';
import { placeOf } from '../../../../edge-agent/src/inbound/place-of.ts';
import { REPEATED_MS, SAME_MESSAGE_MS } from '../../../../edge-agent/src/inbound/same-part.ts';
import { InboundMessages } from '../../../../edge-agent/src/journal/inbound-messages.ts';
import type { InboundPart } from '../../../../edge-agent/src/ports.ts';
import { type PhoneMessage, phoneParts } from '../../../support/edge/inbound-parts.ts';
import { newId } from '../../../support/messages.ts';

const START = Date.parse('2026-11-23T08:00:00.000Z');
const SENDER = '+31612345678';
const at = (ms: number) => new Date(START + ms);

/** Puts parts together as the box does, and gives back what it tells. */
class Joiner {
  readonly told: InboundEvent[] = [];
  #known = new InboundMessages();
  #now = START + 24 * 3_600_000;

  take(...parts: readonly (InboundPart | undefined)[]): this {
    for (const part of parts) if (part) this.#take(part);
    return this;
  }

  /** As after a start: from what the journal holds. */
  restart(): void {
    const records = structuredClone(this.#known.records());
    this.#known = new InboundMessages();
    for (const record of records) this.#known.apply(record);
  }

  #take(part: InboundPart): void {
    this.#now += 1_000;
    const fact = partFact(part, 'text', 'sim-1', { at: new Date(this.#now).toISOString(), dated: true });
    const place = placeOf(fact, this.#known);
    if (place === 'again') return;
    const inboundId = place === 'new' ? newId('inb') : place.inboundId;
    this.told.push(...this.#known.apply({ type: 'inbound-part', inboundId, ...fact }));
  }

  texts(): string[] {
    return this.told.map(({ text }) => text);
  }
}

const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
/** Few senders and references, so that they meet; two with the same reference are hours apart. */
const phones = fc
  .array(fc.record({ sender: fc.constantFrom(SENDER, '+48601234567', 'ACME'), reference: fc.nat(2), texts }), {
    maxLength: 12,
  })
  .map((all) => all.map((one, index): PhoneMessage => ({ ...one, sentAt: at(index * 2 * SAME_MESSAGE_MS) })));

/** Each part at least once, in any order. */
const arrivals = phones.chain((messages) => {
  const parts = messages.flatMap(phoneParts);
  return fc
    .tuple(fc.shuffledSubarray(parts, { minLength: parts.length }), fc.subarray(parts), fc.subarray(parts), fc.nat())
    .map(([once, again, resent, place]) => {
      const late = resent
        .filter(({ concatenation }) => concatenation)
        .map((part) => ({ ...part, sentAt: new Date((part.sentAt?.getTime() ?? 0) + 60_000) }));
      const all = [...once];
      for (const [index, part] of [...again, ...late].entries())
        all.splice((place * (index + 1)) % all.length, 0, part);
      return { messages, all };
    });
});

describe('B3 B5 putting together', () => {
  it('tells each message once and whole, in any order, with parts that come again, also with another time', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(), ({ messages, all }, cut) => {
        const joiner = new Joiner();
        const half = all.length === 0 ? 0 : cut % all.length;
        joiner.take(...all.slice(0, half));
        joiner.restart();
        joiner.take(...all.slice(half));
        const wanted = messages.map((message) => message.texts.join('').toWellFormed());
        expect(joiner.texts().sort()).toEqual(wanted.sort());
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what different senders, references, widths of references and numbers of parts say apart', () => {
    const ofTwo = (fields: Partial<PhoneMessage>) =>
      phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(0), ...fields });
    const [one] = ofTwo({});
    for (const other of [
      { sender: '+31600000001' },
      { reference: 8 },
      { bits: 16 as const },
      { texts: ['a', 'b', 'c'] },
    ])
      expect(new Joiner().take(one, ofTwo(other)[1]).told).toEqual([]);
    expect(new Joiner().take(one, ofTwo({})[1]).texts()).toEqual(['ab']);
  });

  it.each([
    [SAME_MESSAGE_MS, ['ab']],
    [SAME_MESSAGE_MS + 1, []],
  ])('takes parts with one reference for one message up to half an hour apart (%i ms)', (apart, told) => {
    const parts = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(0) });
    const late = { ...parts[1], pdu: 'AA', sentAt: at(apart) };
    expect(new Joiner().take(parts[0], late).texts()).toEqual(told);
  });

  it('gives a part to the message that was sent nearest to it', () => {
    const early = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(0) });
    const late = phoneParts({ sender: SENDER, texts: ['c', 'd'], sentAt: at(20 * 60_000) });
    expect(new Joiner().take(early[0], late[0], late[1], early[1]).texts()).toEqual(['cd', 'ab']);
  });

  it('takes the same words at another time for a new message, and at the same time for a repetition', () => {
    const [yes] = phoneParts({ sender: SENDER, texts: ['Ja'], sentAt: at(0) });
    const [later] = phoneParts({ sender: SENDER, texts: ['Ja'], sentAt: at(1_000) });
    expect(new Joiner().take(yes, yes, later).texts()).toEqual(['Ja', 'Ja']);
  });

  it('takes a long message that is sent again with the same reference an hour later for a new one', () => {
    const once = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(0) });
    const again = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(3_600_000) });
    expect(new Joiner().take(...once, ...again).texts()).toEqual(['ab', 'ab']);
  });

  it.each([
    [REPEATED_MS, ['ab']],
    [REPEATED_MS + 1, ['ab', 'ab']],
  ])(
    'B3 tells the same alarm of a sender with one reference for all again, %i ms after the one before was whole',
    (apart, told) => {
      const once = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(0) });
      const again = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(apart) });
      const joiner = new Joiner().take(...once);
      joiner.restart();
      expect(
        joiner
          .take(...again, ...once, ...again)
          .told.map(({ text }) => text)
          .sort(),
      ).toEqual(told);
    },
  );

  it.each([
    [SAME_MESSAGE_MS, ['ab']],
    [SAME_MESSAGE_MS + 1, ['ab', 'ab']],
  ])('takes a part for a repetition up to half an hour while its message lacks others (%i ms)', (apart, told) => {
    const [a, b] = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(0) });
    const [late, rest] = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(apart) });
    const joiner = new Joiner().take(a, late);
    joiner.restart();
    expect(joiner.take(a, late, b, ...(told.length > 1 ? [rest] : [])).texts()).toEqual(told);
  });

  it('joins parts of a network that tells no time, and knows them for half an hour', () => {
    const parts = phoneParts({ sender: SENDER, texts: ['a', 'b'], sentAt: at(0) }).map(
      ({ sentAt: _, ...part }) => part,
    );
    const joiner = new Joiner().take(parts[1], parts[0], parts[1]);
    expect(joiner.told).toMatchObject([{ text: 'ab' }]);
    expect(joiner.told[0]).not.toHaveProperty('sentAt');
  });
});
