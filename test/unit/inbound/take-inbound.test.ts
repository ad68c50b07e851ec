import { describe, expect, it } from 'vitest';
import type { InboundEvent } from '../../../contract/edge.ts';
import { getInboundMessage, listInboundMessages } from '../../../functions/domain/inbound/read-inbound.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { newId, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';

function setUp() {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const told = (fields: Partial<InboundEvent> = {}): InboundEvent => ({
    ...{ type: 'inbound', inboundId: newId('inb'), kind: 'text', at: '2026-11-21T09:59:59.000Z' },
    ...{ sentAt: '2026-11-21T09:59:50.000Z', sender: '+31612345678', text: 'Ja', parts: 1, modem: 'sim-1' },
    ...fields,
  });
  const onStray = () => {
    throw new Error('a message from a phone is nobody’s stray');
  };
  const apply = (...events: InboundEvent[]) => applyEdgeEvents({ ...cloud, onStray }, box, newId('jnl'), events);
  return { cloud, box, told, apply };
}

describe('B3 a message from a phone', () => {
  it('is kept, then acknowledged, and shown as it came', async () => {
    const { cloud, box, told, apply } = setUp();
    const [first, second] = [told(), told({ kind: 'data', text: '', octets: '00FF', parts: 2, missing: [2] })];
    await apply(first, second);
    expect(cloud.sent.map(({ message }) => message)).toEqual([
      { type: 'acknowledged', eventIds: [`${first.inboundId}:inbound`, `${second.inboundId}:inbound`] },
    ]);
    expect(await getInboundMessage(cloud.inbound, tenantId, first.inboundId)).toEqual({
      ...{ id: first.inboundId, kind: 'text', sender: '+31612345678', text: 'Ja', parts: 1 },
      ...{ sentAt: '2026-11-21T09:59:50.000Z', receivedAt: '2026-11-21T09:59:59.000Z' },
      ...{ boxId: box.boxId, modem: 'sim-1' },
    });
    const { items } = await listInboundMessages(cloud.inbound, tenantId, 10);
    expect(items.find(({ id }) => id === second.inboundId)).toMatchObject({ octets: '00FF', missing: [2] });
  });

  it('that is told again is acknowledged again and changes nothing', async () => {
    const { cloud, told, apply } = setUp();
    const event = told();
    await apply(event);
    await apply({ ...event, text: 'something else' });
    expect(cloud.sent).toHaveLength(2);
    expect([...cloud.inbound.rows.values()].map(({ text }) => text)).toEqual(['Ja']);
  });

  it('that could not be kept is not acknowledged, and holds up no other', async () => {
    const { cloud, told, apply } = setUp();
    const [bad, good] = [told(), told()];
    const { keep } = cloud.inbound;
    cloud.inbound.keep = (message, now) =>
      message.inboundId === bad.inboundId ? Promise.reject(new Error('throttled')) : keep(message, now);
    await expect(apply(bad, good)).rejects.toThrow('1 of 2 events were not applied');
    expect(cloud.sent.map(({ message }) => message)).toEqual([
      { type: 'acknowledged', eventIds: [`${good.inboundId}:inbound`] },
    ]);
  });

  it.each([
    ['years behind', '1970-01-01T00:00:05.000Z', '2026-11-21T09:59:50.000Z'],
    ['years ahead', '2031-01-01T00:00:05.000Z', '2026-11-21T10:00:00.000Z'],
  ])('from a box whose clock is %s came after it was sent, and not after now', async (_, at, receivedAt) => {
    const { cloud, told, apply } = setUp();
    const event = told({ at });
    await apply(event);
    expect(await getInboundMessage(cloud.inbound, tenantId, event.inboundId)).toMatchObject({ receivedAt });
  });
});
