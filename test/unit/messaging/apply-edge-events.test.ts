import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdgeEvent } from '../../../contract/edge.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { getMessage } from '../../../functions/domain/messaging/read-messages.ts';
import { resolveMessage } from '../../../functions/domain/messaging/resolve-message.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
const at = '2026-11-21T09:59:59.000Z';
function setUp(credits = 3) {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const handover = { attempt: 1, boxId: box.boxId, journalId: box.journalId, looks: 1 };
  const message = cloud.putMessage(
    acceptedMessage({
      tenantId,
      credits,
      parts: credits,
      state: 'handed-over',
      handover,
      acceptedAt: '2026-11-21T09:59:00.000Z',
    }),
  );
  const stray: EdgeEvent[] = [];
  const apply = (...events: EdgeEvent[]) =>
    applyEdgeEvents({ ...cloud, onStray: (event) => void stray.push(event) }, box, box.journalId, events);
  const found = async () => {
    const there = await cloud.messages.find(tenantId, message.messageId);
    if (!there) throw new Error('the message is gone');
    return there;
  };
  return { cloud, box, stray, apply, found, attemptId: `${message.messageId}.1` };
}

describe('what a box reports', () => {
  it('is written down and then acknowledged, each event by its id', async () => {
    const { cloud, apply, found, attemptId } = setUp();
    await apply({ type: 'received', attemptId, at }, { type: 'submitted', attemptId, at, parts: 3, partsSubmitted: 3 });
    expect((await found()).timeline.map(({ event }) => event)).toEqual(['accepted', 'received', 'submitted']);
    expect(cloud.sent.map(({ message }) => message)).toEqual([
      { type: 'acknowledged', eventIds: [`${attemptId}:received`, `${attemptId}:submitted`] },
    ]);
  });

  it('makes room for the next in the lane', async () => {
    const { cloud, box, apply, attemptId } = setUp();
    cloud.addBox({ ...box, window: 1 });
    const next = cloud.putMessage(acceptedMessage({ tenantId }));
    await apply({ type: 'received', attemptId, at });
    expect(cloud.attemptsFor(box.boxId)).toEqual([]);
    await apply({ type: 'submitted', attemptId, at, parts: 3, partsSubmitted: 3 });
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${next.messageId}.1`]);
  });

  it('B1 stands in the timeline when it proves that a message went which a person had said was not sent', async () => {
    const { cloud, apply, found, attemptId } = setUp();
    await apply({ type: 'unconfirmed', attemptId, at, parts: 3, partsSubmitted: 0, reason: 'No answer' });
    const { messageId } = await found();
    await resolveMessage(cloud, tenantId, messageId, 'not-sent', 'emp_1');
    const late: EdgeEvent = { type: 'delivered', attemptId, at };
    await apply(late, late);
    const { state, timeline } = await found();
    expect(state).toBe('failed');
    expect(timeline.map(({ event }) => event)).toEqual(['accepted', 'unconfirmed', 'failed', 'delivered']);
    expect(cloud.wallet).toMatchObject({ reserved: 0, consumed: 0 });
  });

  it('B5 keeps how many parts went out of a long one that was sent in part', async () => {
    const { apply, found, attemptId } = setUp();
    await apply({
      type: 'submitted',
      attemptId,
      at,
      parts: 3,
      partsSubmitted: 2,
      reason: 'the network refused part 3',
    });
    expect(await found()).toMatchObject({
      state: 'submitted',
      partsSubmitted: 2,
      reason: 'the network refused part 3',
    });
  });

  it('is acknowledged and changes nothing when it comes too late or is about a message that this box never had', async () => {
    const { cloud, apply, found, stray, attemptId } = setUp();
    await apply({ type: 'delivered', attemptId, at });
    const foreign: EdgeEvent = { type: 'failed', attemptId: `${newId('msg')}.1`, at, reason: 'x' };
    const nextAttempt: EdgeEvent = { type: 'failed', attemptId: attemptId.replace('.1', '.2'), at, reason: 'x' };
    await apply({ type: 'failed', attemptId, at, reason: 'x' }, foreign, nextAttempt);
    expect((await found()).state).toBe('delivered');
    expect(stray).toEqual([foreign, nextAttempt]);
    expect(cloud.sent.at(-1)?.message).toMatchObject({ eventIds: expect.arrayContaining([`${attemptId}:failed`]) });
  });

  it.each(['another box', 'another journal'])('says nothing about a message when it comes from %s', async (from) => {
    const { cloud, box, found, stray, attemptId } = setUp();
    const teller = from === 'another box' ? { ...box, boxId: newId('box') } : box;
    const journalId = from === 'another journal' ? newId('jnl') : box.journalId;
    const event: EdgeEvent = { type: 'delivered', attemptId, at };
    await applyEdgeEvents({ ...cloud, onStray: (one) => void stray.push(one) }, teller, journalId, [event]);
    expect((await found()).state).toBe('handed-over');
    expect(stray).toEqual([event]);
  });

  it('holds up no other when one cannot be written down: that one comes again', async () => {
    const { cloud, apply, found, attemptId } = setUp();
    const { messages } = cloud;
    const bad: EdgeEvent = { type: 'delivered', attemptId: `${newId('msg')}.1`, at };
    const find = messages.find;
    messages.find = (tenant, id) =>
      bad.attemptId.startsWith(id) ? Promise.reject(new Error('v 2')) : find(tenant, id);
    await expect(apply(bad, { type: 'delivered', attemptId, at })).rejects.toThrow('1 of 2');
    expect((await found()).state).toBe('delivered');
    expect(cloud.sent.map(({ message }) => message)).toEqual([
      { type: 'acknowledged', eventIds: [`${attemptId}:delivered`] },
    ]);
  });

  it('notes no late news of the box that gave a message back', async () => {
    const { cloud, apply, found, attemptId } = setUp();
    await cloud.messages.withdraw(await found(), { to: 'accepted', reason: 'out of use' }, new Date(at));
    expect(await cloud.messages.returnToLane(await found(), new Date(at))).toBe(true);
    const before = await found();
    await apply({ type: 'received', attemptId, at });
    expect(await found()).toEqual(before);
    expect(cloud.sent.at(-1)?.message).toEqual({ type: 'acknowledged', eventIds: [`${attemptId}:received`] });
  });

  it('shows every state that was passed, though the news of it came in the wrong order', async () => {
    const { cloud, apply, found, attemptId } = setUp();
    await apply({ type: 'delivered', attemptId, at });
    await apply({ type: 'submitted', attemptId, at, parts: 3, partsSubmitted: 3 }, { type: 'received', attemptId, at });
    await apply({ type: 'submitted', attemptId, at, parts: 3, partsSubmitted: 3 });
    const { state, timeline } = await getMessage(cloud, tenantId, (await found()).messageId, 'en');
    expect(state).toBe('delivered');
    expect(timeline.map(({ event }) => event)).toEqual(['accepted', 'received', 'submitted', 'delivered']);
  });

  it('never dates a step later than the cloud has seen it, though the clock of the box is ahead', async () => {
    const { apply, found, attemptId } = setUp();
    await apply({ type: 'delivered', attemptId, at: '2027-01-01T00:00:00.000Z' });
    expect((await found()).timeline.at(-1)).toEqual({ event: 'delivered', at: '2026-11-21T10:00:00.000Z' });
  });

  it('never dates a step before the one that it follows, though the network tells only whole seconds', async () => {
    const { apply, found, attemptId } = setUp();
    await apply({ type: 'submitted', attemptId, at: '2026-11-21T09:59:59.500Z', parts: 3, partsSubmitted: 3 });
    await apply({ type: 'delivered', attemptId, at: '2026-11-21T09:59:59.000Z' });
    const [, submitted, delivered] = (await found()).timeline;
    expect([submitted?.at, delivered?.at]).toEqual(['2026-11-21T09:59:59.500Z', '2026-11-21T09:59:59.500Z']);
  });

  it('B1 adds up whatever comes twice, late or out of order: credits are conserved and no state goes back', async () => {
    const events = (attemptId: string): EdgeEvent[] => [
      { type: 'received', attemptId, at },
      { type: 'unconfirmed', attemptId, at, parts: 3, partsSubmitted: 1, reason: 'power cut' },
      { type: 'submitted', attemptId, at, parts: 3, partsSubmitted: 3 },
      { type: 'delivered', attemptId, at },
      { type: 'undelivered', attemptId, at, reason: 'switched off' },
      { type: 'failed', attemptId, at, reason: 'refused' },
      { type: 'expired', attemptId, at },
    ];
    const rank = {
      scheduled: 0,
      accepted: 0,
      'handed-over': 1,
      calling: 1,
      unconfirmed: 2,
      submitted: 3,
      delivered: 4,
      undelivered: 4,
      failed: 4,
      expired: 4,
      cancelled: 4,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 12 }), async (order) => {
        const { cloud, apply, found, attemptId } = setUp();
        let before = await found();
        for (const index of order) {
          await apply(events(attemptId)[index] as EdgeEvent);
          const now = await found();
          if (now.state !== before.state) expect(rank[now.state]).toBeGreaterThan(rank[before.state]);
          const { granted, available, reserved, consumed } = cloud.wallet;
          expect(available + reserved + consumed).toBe(granted);
          expect(Math.min(available, reserved, consumed)).toBeGreaterThanOrEqual(0);
          before = now;
        }
      }),
    );
  });
});
