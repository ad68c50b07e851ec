import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inboundEvent } from '../../../../contract/edge.ts';
import { kindOf } from '../../../../edge-agent/src/inbound/kind-of.ts';
import { partFact } from '../../../../edge-agent/src/inbound/part-fact.ts';
import { InboundMessages } from '../../../../edge-agent/src/journal/inbound-messages.ts';
import { type JournalRecord, journalRecord } from '../../../../edge-agent/src/journal/records.ts';
import { inboundPartOf } from '../../../../edge-agent/src/modem/inbound-part.ts';
import { decodeTpdu, tpduOf } from '../../../../edge-agent/src/pdu/decode.ts';
import { PduError } from '../../../../edge-agent/src/pdu/pdu-error.ts';
import type { InboundPart } from '../../../../edge-agent/src/ports.ts';
import { newId } from '../../../support/messages.ts';

const AT = '2026-11-23T08:00:00.000Z';

/** As the driver reads it. */
function read(pdu: string): InboundPart {
  try {
    const tpdu = decodeTpdu(tpduOf(pdu));
    return inboundPartOf(pdu, tpdu.type === 'deliver' ? tpdu : undefined);
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    return inboundPartOf(pdu, undefined);
  }
}

const octets = (minLength: number, maxLength = minLength) =>
  fc.uint8Array({ minLength, maxLength }).map((bytes) => Buffer.from(bytes).toString('hex'));
/** With and without a header, from a number, a name or nobody; all else as chance has it. */
const messages = fc
  .tuple(
    fc.constantFrom('0004', '0044'),
    fc.oneof(
      octets(6).map((number) => `0b91${number}`),
      octets(3).map((name) => `05d0${name}`),
      fc.constant('0081'),
    ),
    fc.constantFrom('00', '41', '5f', '7f'),
    octets(1),
    octets(7),
    octets(0, 141),
  )
  .map((fields) => fields.join(''));
/** Also an odd number of them. */
const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 1, maxLength: 2_000 });
const pdus = fc.oneof(digits, messages);

it('B3 whatever octets come, what the box keeps it can read again, and what it tells the cloud can read', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(pdus, fc.boolean(), (pdu, dated) => {
      const part = read(pdu);
      const kind = kindOf(part);
      if (!kind) return;
      kinds.add(kind);
      const fact = partFact(part, kind, 'sim-1', { at: AT, dated });
      const record: JournalRecord = { type: 'inbound-part', inboundId: newId('inb'), ...fact };
      expect(journalRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
      const known = new InboundMessages();
      known.apply(record);
      known.apply({ type: 'inbound-given-up', inboundIds: [record.inboundId], at: AT });
      const told = known.unacknowledged();
      expect(told).toHaveLength(1);
      for (const event of told) expect(inboundEvent.safeParse(JSON.parse(JSON.stringify(event))).success).toBe(true);
      for (const kept of known.records())
        expect(journalRecord.safeParse(JSON.parse(JSON.stringify(kept))).success).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect([...kinds].sort()).toEqual(['data', 'text', 'unreadable', 'voicemail']);
});
