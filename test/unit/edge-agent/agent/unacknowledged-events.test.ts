import { describe, expect, it } from 'vitest';
import { type EdgeEvent, eventId, uplink } from '../../../../contract/edge.ts';
import { UnacknowledgedEvents } from '../../../../edge-agent/src/agent/unacknowledged-events.ts';
import { newId } from '../../../support/messages.ts';

const AT = '2026-11-23T08:00:00.000Z';
const FIRST_REPEAT = 5_000;
const attemptId = `${newId('msg')}.1`;
const received: EdgeEvent = { type: 'received', attemptId, at: AT };
const submitted: EdgeEvent = { type: 'submitted', attemptId, at: AT, parts: 1, partsSubmitted: 1 };

function inbound(text = 'Ja', parts = 1): EdgeEvent {
  return { type: 'inbound', inboundId: newId('inb'), kind: 'text', at: AT, text, parts, modem: 'sim-1' };
}

/** All that is due now, message by message. */
function messages(events: UnacknowledgedEvents, now: number): EdgeEvent[][] {
  const told: EdgeEvent[][] = [];
  for (let some = events.take(now); some.length > 0; some = events.take(now)) told.push(some);
  return told;
}

describe('events that the cloud has not acknowledged', () => {
  it('are told at once, again after a while, and no more once they are acknowledged', () => {
    const events = new UnacknowledgedEvents();
    const [one, two] = [inbound(), inbound()];
    events.add([one, two], 0);
    expect(events.take(0)).toEqual([one, two]);
    expect(events.take(FIRST_REPEAT - 1)).toEqual([]);
    expect(events.waitMs(FIRST_REPEAT - 1)).toBe(1);
    events.acknowledge(eventId(one), FIRST_REPEAT);
    expect(events.take(FIRST_REPEAT)).toEqual([two]);
    events.acknowledge(eventId(two), FIRST_REPEAT);
    expect(events.take(1_000_000)).toEqual([]);
    expect(events.waitMs(1_000_000)).toBeUndefined();
  });

  it('overtake no earlier one of their message', () => {
    const events = new UnacknowledgedEvents();
    events.add([received], 0);
    expect(events.take(0)).toEqual([received]);
    events.add([submitted], 10);
    expect(events.take(10)).toEqual([]);
    events.acknowledge(eventId(received), 20);
    expect(events.take(20)).toEqual([submitted]);
  });

  it('of one message go together, in their order, when none of them was told', () => {
    const events = new UnacknowledgedEvents();
    events.add([received, submitted], 0);
    expect(events.take(0)).toEqual([received, submitted]);
    events.addAllAgain(1);
    expect(events.take(1)).toEqual([received, submitted]);
  });

  it('go out a hundred at a time', () => {
    const events = new UnacknowledgedEvents();
    events.add(
      Array.from({ length: 250 }, () => inbound()),
      0,
    );
    expect(messages(events, 0).map(({ length }) => length)).toEqual([100, 100, 50]);
    events.addAllAgain(1);
    expect(messages(events, 1).map(({ length }) => length)).toEqual([100, 100, 50]);
  });

  it.each([
    ['of the longest texts', inbound('€'.repeat(76 * 255), 255)],
    ['of control characters in UCS-2', inbound('\0'.repeat(67 * 255), 255)],
    ['of ten parts', inbound('ł'.repeat(670), 10)],
  ])('B5 stay below the 128 kB of a message: a hundred %s', (_, event) => {
    const events = new UnacknowledgedEvents();
    const all = Array.from({ length: 100 }, () => ({ ...event, inboundId: newId('inb') }) as EdgeEvent);
    events.add(all, 0);
    const told = messages(events, 0);
    expect(told.flat()).toEqual(all);
    for (const some of told) {
      const message = { type: 'events', journalId: newId('jnl'), epoch: 1, events: some };
      expect(uplink.safeParse(message).success).toBe(true);
      expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(128_000);
    }
  });
});
