import { describe, expect, it } from 'vitest';
import { cancelMessage } from '../../../functions/domain/messaging/cancel-message.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { rescheduleMessage } from '../../../functions/domain/messaging/reschedule-message.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { memorySender } from '../../support/memory-sender.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';
import { NIGHTS, quietHoursOf } from '../../support/quiet-hours.ts';

const tenantId = 'ten_1';

/** It is 11 o'clock in Amsterdam on 21 November 2026, a Saturday. */
function setUp(settings = {}) {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const sender = memorySender(cloud, settings);
  const found = async (id: string) => {
    const message = await cloud.messages.find(tenantId, id);
    if (!message) throw new Error('the message is gone');
    return message;
  };
  const at = async (moment: string) => {
    cloud.setNow(moment);
    await sweepTenant(cloud, tenantId);
  };
  const hint = (messageId: string) => dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
  const reschedule = (id: string, sendAt?: string) =>
    rescheduleMessage(sender.dependencies, tenantId, id, sendAt, 'emp_2');
  const cancel = (id: string) => cancelMessage(sender.dependencies, tenantId, id, 'emp_2');
  return { ...sender, cloud, box, found, at, hint, reschedule, cancel };
}

describe('a scheduled message', () => {
  it('B7 is paid for when it is accepted, waits for its time, and goes then', async () => {
    const { cloud, send, found, at, hint, hints } = setUp();
    const { id, state, sendAt } = await send({ sendAt: '2026-11-23T08:00:00+01:00' });
    expect({ state, sendAt }).toEqual({ state: 'scheduled', sendAt: '2026-11-23T07:00:00.000Z' });
    expect(cloud.wallet).toMatchObject({ available: 99, reserved: 1 });
    expect(hints).toEqual([]);
    await hint(id);
    await at('2026-11-23T06:59:59.999Z');
    expect((await found(id)).state).toBe('scheduled');
    await at('2026-11-23T07:00:00.000Z');
    const { state: then, timeline } = await found(id);
    expect(then).toBe('handed-over');
    expect(timeline.map(({ event }) => event)).toEqual(['scheduled', 'accepted', 'handed-over']);
  });

  it('B7 that is due within 4 minutes is looked at when it is, by a hint that the queue keeps back', async () => {
    const { cloud, send, found, hint, hints } = setUp();
    const { id } = await send({ sendAt: '2026-11-21T10:04:00Z' });
    expect(hints).toEqual([{ messageId: id, delay: 4 * 60_000 }]);
    cloud.setNow('2026-11-21T10:04:00.000Z');
    await hint(id);
    expect((await found(id)).state).toBe('handed-over');
  });

  it('E4-8 is a week old a week after it was due', async () => {
    const { cloud, send, found, at } = setUp();
    cloud.stop(true);
    const { id } = await send({ sendAt: '2026-12-21T10:00:00Z' });
    expect((await found(id)).expiresAt).toBe('2026-12-28T10:00:00.000Z');
    await at('2026-12-28T10:00:00.000Z');
    expect((await found(id)).state).toBe('accepted');
    await at('2026-12-28T10:00:00.001Z');
    expect((await found(id)).state).toBe('expired');
    expect(cloud.wallet).toMatchObject({ available: 100, reserved: 0 });
  });

  it('can be moved, also to now, and cancelled with its credit back, until its time has come', async () => {
    const { cloud, send, found, at, reschedule, cancel, hints } = setUp();
    const [moved, now, cancelled] = await Promise.all(
      ['a', 'b', 'c'].map(async (key) => (await send({ sendAt: '2026-11-22T10:00:00Z' }, key)).id),
    );
    if (!moved || !now || !cancelled) throw new Error('three were sent');
    await reschedule(moved, '2026-11-24T10:00:00Z');
    await reschedule(now);
    await cancel(cancelled);
    expect(hints).toEqual([{ messageId: now, delay: 0 }]);
    expect((await found(moved)).timeline.at(-1)).toMatchObject({ detail: 'emp_2: 2026-11-24T10:00:00.000Z' });
    expect((await found(moved)).expiresAt).toBe('2026-12-01T10:00:00.000Z');
    expect(cloud.wallet).toMatchObject({ available: 98, reserved: 2 });
    await at('2026-11-22T10:00:00.000Z');
    const states = async () => Promise.all([moved, now, cancelled].map(async (id) => (await found(id)).state));
    expect(await states()).toEqual(['scheduled', 'handed-over', 'cancelled']);
    await expect(reschedule(now)).rejects.toMatchObject({ code: 'message-not-scheduled' });
    await at('2026-11-24T10:00:00.000Z');
    expect(await states()).toEqual(['handed-over', 'handed-over', 'cancelled']);
  });

  it.each(['2026-11-21T10:00:00Z', '2026-11-20T10:00:00Z', '2027-02-19T10:00:00.001Z'])(
    'is refused for %s, which has passed or is more than 90 days ahead',
    async (sendAt) => {
      const { cloud, send } = setUp();
      await expect(send({ sendAt })).rejects.toMatchObject({ code: 'invalid-request', errors: [{ path: 'sendAt' }] });
      expect(cloud.wallet.reserved).toBe(0);
    },
  );

  it('B6 gives its answer again for the same key when its time has passed', async () => {
    const { cloud, send } = setUp();
    const first = await send({ sendAt: '2026-11-21T10:10:00Z' }, 'key');
    cloud.setNow('2026-11-21T11:00:00.000Z');
    expect(await send({ sendAt: '2026-11-21T10:10:00Z' }, 'key')).toEqual(first);
  });
});

describe('a time for thinking again', () => {
  it('B7 holds each message back for as long as the agency wants, says until when, and cancelling gives the credit back', async () => {
    const { cloud, send, found, cancel, hint, hints } = setUp({ undoSeconds: 10 });
    const [kept, undone] = [await send(), await send()];
    expect(kept).toMatchObject({ state: 'scheduled', undoUntil: '2026-11-21T10:00:10.000Z' });
    expect(hints.map(({ delay }) => delay)).toEqual([10_000, 10_000]);
    await hint(kept.id);
    expect((await found(kept.id)).state).toBe('scheduled');
    await cancel(undone.id);
    expect(cloud.wallet).toMatchObject({ available: 99, reserved: 1 });
    cloud.setNow('2026-11-21T10:00:10.000Z');
    await hint(kept.id);
    await hint(undone.id);
    expect([(await found(kept.id)).state, (await found(undone.id)).state]).toEqual(['handed-over', 'cancelled']);
  });

  it('E3-2 there is none where the agency wants none: the message goes at once', async () => {
    const { send, found, hint, hints } = setUp({ undoSeconds: 0 });
    const accepted = await send();
    expect(accepted).toMatchObject({ state: 'accepted' });
    expect(accepted).not.toHaveProperty('undoUntil');
    expect(hints).toEqual([{ messageId: accepted.id, delay: 0 }]);
    await hint(accepted.id);
    expect((await found(accepted.id)).state).toBe('handed-over');
  });
});

describe('quiet hours', () => {
  it('B7 keep a message until they end; what is urgent goes through, and what waits can be cancelled', async () => {
    const { cloud, send, found, at, hint, cancel } = setUp();
    cloud.setQuietHours(quietHoursOf(NIGHTS));
    cloud.setNow('2026-11-21T20:30:00.000Z');
    const [kept, urgent, cancelled] = [await send(), await send({ priority: 'high' }), await send()];
    for (const { id } of [kept, urgent, cancelled]) await hint(id);
    expect((await found(urgent.id)).state).toBe('handed-over');
    expect(await found(kept.id)).toMatchObject({
      ...{ state: 'accepted', heldUntil: '2026-11-22T07:00:00.000Z', reason: 'Quiet hours' },
      timeline: [{ event: 'accepted' }, { event: 'held', detail: 'Quiet hours' }],
    });
    await cancel(cancelled.id);
    await at('2026-11-22T06:59:00.000Z');
    expect((await found(kept.id)).timeline).toHaveLength(2);
    await at('2026-11-22T07:00:00.000Z');
    const went = await found(kept.id);
    expect(went.state).toBe('handed-over');
    expect(went).not.toHaveProperty('heldUntil');
    expect(went).not.toHaveProperty('reason');
    expect((await found(cancelled.id)).state).toBe('cancelled');
  });

  it('that the agency ends earlier let go what they kept, and those that last longer keep it on', async () => {
    const { cloud, send, found, at, hint } = setUp();
    cloud.setQuietHours(quietHoursOf(NIGHTS));
    cloud.setNow('2026-11-21T20:30:00.000Z');
    const { id } = await send();
    await hint(id);
    cloud.setQuietHours(quietHoursOf({ windows: [{ from: '21:00', until: '10:00' }] }));
    await at('2026-11-22T07:00:00.000Z');
    expect((await found(id)).heldUntil).toBe('2026-11-22T09:00:00.000Z');
    cloud.setQuietHours();
    await at('2026-11-22T07:01:00.000Z');
    expect((await found(id)).state).toBe('handed-over');
  });

  it('E4-8 keep nothing beyond the end of its time', async () => {
    const { cloud, found, at, hint } = setUp();
    cloud.setQuietHours(quietHoursOf(NIGHTS));
    cloud.setNow('2026-11-21T20:30:00.000Z');
    const expiresAt = '2026-11-21T22:00:00.000Z';
    const { messageId } = cloud.putMessage(
      acceptedMessage({ tenantId, acceptedAt: '2026-11-14T22:00:00.000Z', expiresAt }),
    );
    await hint(messageId);
    expect((await found(messageId)).heldUntil).toBe(expiresAt);
    await at(expiresAt);
    expect((await found(messageId)).state).toBe('expired');
    expect(cloud.wallet).toMatchObject({ available: 100, reserved: 0 });
  });
});
