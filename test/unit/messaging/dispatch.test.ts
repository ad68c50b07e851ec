import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { confirmReady } from '../../../functions/domain/messaging/greet-box.ts';
import { refillBox } from '../../../functions/domain/messaging/refill-box.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
function setUp(window = 30) {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId, window });
  cloud.addBox(box);
  const accepted = (acceptedAt = '2026-11-21T10:00:00.000Z') =>
    cloud.putMessage(acceptedMessage({ tenantId, acceptedAt }));
  const find = async (id: string) => (await cloud.messages.find(tenantId, id))?.state;
  return { cloud, box, accepted, find };
}
const hint = (messageId: string) => ({ type: 'message', tenantId, messageId }) as const;

describe('a hint about a new message', () => {
  it('hands it over to the box, with the time after which it is never sent', async () => {
    const { cloud, box, accepted, find } = setUp();
    const message = accepted();
    await dispatch(cloud, [hint(message.messageId)]);
    expect(await find(message.messageId)).toBe('handed-over');
    expect(cloud.sent).toEqual([
      {
        boxId: box.boxId,
        message: {
          type: 'attempts',
          journalId: box.journalId,
          epoch: 1,
          attempts: [
            { attemptId: `${message.messageId}.1`, to: message.to, text: message.text, notAfter: message.expiresAt },
          ],
        },
      },
    ]);
  });

  it('takes a message that the index does not show yet', async () => {
    const { cloud, box, accepted } = setUp();
    const message = accepted();
    const blind = { ...cloud, workQueue: { ...cloud.workQueue, laneHead: async () => [] } };
    await dispatch(blind, [hint(message.messageId)]);
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${message.messageId}.1`]);
  });

  it('B1 publishes the same attempt again when its first bearer may have died before, and makes no second one', async () => {
    const { cloud, box, accepted } = setUp();
    const message = accepted();
    const died = { ...cloud, downlinks: { send: () => Promise.reject(new Error('killed')) } };
    await expect(dispatch(died, [hint(message.messageId)])).rejects.toThrow('killed');
    cloud.setNow('2026-11-21T10:00:30.000Z');
    await dispatch(cloud, [hint(message.messageId)]);
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${message.messageId}.1`]);
  });

  it('B1 tells the box of an attempt that it said it had: a disk restored to before it must not send it', async () => {
    const { cloud, box, accepted } = setUp();
    const message = accepted();
    await dispatch(cloud, [hint(message.messageId)]);
    const told = async () => (await cloud.messages.find(tenantId, message.messageId)) ?? message;
    await cloud.messages.note(await told(), { event: 'received', at: '2026-11-21T10:00:01.000Z' });
    await confirmReady(cloud, box, { type: 'ready', journalId: box.journalId, epoch: box.epoch });
    const given = cloud.sent.flatMap((one) => (one.message.type === 'attempts' ? one.message.attempts : []));
    expect(given.map(({ received }) => received)).toEqual([undefined, true]);
  });

  it('does not take what a box told of an earlier attempt for this one', async () => {
    const { cloud, box, accepted } = setUp();
    const message = accepted();
    await dispatch(cloud, [hint(message.messageId)]);
    const now = async () => (await cloud.messages.find(tenantId, message.messageId)) ?? message;
    await cloud.messages.note(await now(), { event: 'received', at: '2026-11-21T10:00:01.000Z' });
    await cloud.messages.returnToLane(await now(), new Date('2026-11-21T10:00:02.000Z'));
    await dispatch(cloud, [hint(message.messageId)]);
    await confirmReady(cloud, box, { type: 'ready', journalId: box.journalId, epoch: box.epoch });
    const given = cloud.sent.flatMap((one) => (one.message.type === 'attempts' ? one.message.attempts : []));
    expect(given.map(({ attemptId, received }) => [attemptId.split('.')[1], received])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['2', undefined],
    ]);
  });

  it('waits while no box has confirmed its start', async () => {
    const { cloud, accepted, find } = setUp();
    cloud.addBox({
      ...readyBox({ tenantId }),
      boxId: (await cloud.boxes.list(tenantId))[0]?.boxId ?? '',
      confirmedEpoch: 0,
    });
    const message = accepted();
    await dispatch(cloud, [hint(message.messageId)]);
    expect(await find(message.messageId)).toBe('accepted');
  });

  it('is not lost when another refill holds the box: that one looks once more', async () => {
    const { cloud, box, accepted } = setUp();
    const first = accepted();
    let late = '';
    const slow = {
      ...cloud,
      workQueue: { ...cloud.workQueue, laneHead: async () => [] },
      downlinks: {
        async send(...args: Parameters<typeof cloud.downlinks.send>) {
          if (!late) {
            late = accepted().messageId;
            await dispatch(slow, [hint(late)]);
          }
          return cloud.downlinks.send(...args);
        },
      },
    };
    await dispatch(slow, [hint(first.messageId)]);
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${first.messageId}.1`, `${late}.1`]);
  });

  it('B1 never gives a new journal what was handed over to the one before', async () => {
    const { cloud, box } = setUp();
    const handover = { attempt: 1, boxId: box.boxId, journalId: newId('jnl'), looks: 1 };
    const message = cloud.putMessage(acceptedMessage({ tenantId, state: 'handed-over', handover }));
    await dispatch(cloud, [hint(message.messageId)]);
    expect(cloud.sent).toEqual([]);
  });

  it('does nothing for a message that is gone or has ended', async () => {
    const { cloud } = setUp();
    const ended = cloud.putMessage(acceptedMessage({ tenantId, state: 'delivered' }));
    await dispatch(cloud, [hint(ended.messageId), hint(newId('msg'))]);
    expect(cloud.sent).toEqual([]);
  });
});

describe("a box's window", () => {
  it('lets through as many as it holds, the oldest first, and more when there is room', async () => {
    const { cloud, box, accepted, find } = setUp(2);
    const third = accepted('2026-11-21T09:03:00.000Z');
    const first = accepted('2026-11-21T09:01:00.000Z');
    const second = accepted('2026-11-21T09:02:00.000Z');
    await refillBox(cloud, box);
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${first.messageId}.1`, `${second.messageId}.1`]);
    const handedOver = await cloud.messages.find(tenantId, first.messageId);
    if (!handedOver) throw new Error('the message is gone');
    await cloud.messages.step(handedOver, {
      to: 'submitted',
      at: cloud.clock.now(),
      bookedAt: cloud.clock.now(),
      partsSubmitted: 1,
    });
    await refillBox(cloud, box);
    expect(await find(third.messageId)).toBe('handed-over');
  });
});

describe('a refill', () => {
  it('publishes what it could claim, and fails, when one claim fails; the box is free for the next', async () => {
    const { cloud, box, accepted } = setUp();
    const [bad, good] = [accepted('2026-11-21T09:00:00.000Z'), accepted()];
    const step: typeof cloud.messages.step = (message, ...rest) =>
      message.messageId === bad.messageId
        ? Promise.reject(new Error('throttled'))
        : cloud.messages.step(message, ...rest);
    await expect(refillBox({ ...cloud, messages: { ...cloud.messages, step } }, box)).rejects.toThrow('throttled');
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${good.messageId}.1`]);
    await refillBox(cloud, box);
    expect(cloud.attemptsFor(box.boxId)).toContain(`${bad.messageId}.1`);
  });

  it('leaves out a message that cannot be read, says so, and goes on with the rest of the lane', async () => {
    const { cloud, box, accepted } = setUp();
    const [bad, good] = [accepted('2026-11-21T09:00:00.000Z'), accepted()];
    const find: typeof cloud.messages.find = (tenant, id) =>
      id === bad.messageId ? Promise.reject(new Error('v 2')) : cloud.messages.find(tenant, id);
    await refillBox({ ...cloud, messages: { ...cloud.messages, find } }, box);
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${good.messageId}.1`]);
    expect(cloud.troubles).toEqual(['message unreadable']);
  });

  it('takes the hinted message though the index still shows others that have gone', async () => {
    const { cloud, box, accepted } = setUp(1);
    const gone = cloud.putMessage(acceptedMessage({ tenantId, state: 'delivered' }));
    const message = accepted();
    const workQueue = { ...cloud.workQueue, laneHead: async () => [gone.messageId] };
    await dispatch({ ...cloud, workQueue }, [hint(message.messageId)]);
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${message.messageId}.1`]);
  });

  it('is for the journal that the box has by then', async () => {
    const { cloud, box, accepted } = setUp();
    const message = accepted();
    const journalId = newId('jnl');
    const lease: typeof cloud.boxes.lease = async (known, wanted) => {
      await cloud.boxes.change(known, { ...known, journalId, epoch: 1, confirmedEpoch: 1 });
      return cloud.boxes.lease(known, wanted);
    };
    await dispatch({ ...cloud, boxes: { ...cloud.boxes, lease } }, [hint(message.messageId)]);
    expect((await cloud.messages.find(tenantId, message.messageId))?.handover?.journalId).toBe(journalId);
    expect(cloud.sent[0]?.message).toMatchObject({ journalId });
    expect(cloud.attemptsFor(box.boxId)).toHaveLength(1);
  });

  it('B13 hands nothing over while sending is stopped', async () => {
    const { cloud, box, accepted, find } = setUp();
    const message = accepted();
    cloud.stop(true);
    await refillBox(cloud, box);
    expect(await find(message.messageId)).toBe('accepted');
    cloud.stop(false);
    await refillBox(cloud, box);
    expect(await find(message.messageId)).toBe('handed-over');
  });
});

describe('the sweep', () => {
  it('E4-8 expires what has waited for a week in its lane, and gives its credit back', async () => {
    const { cloud, accepted, find } = setUp(0);
    const old = accepted('2026-11-14T09:59:59.000Z');
    const young = accepted('2026-11-14T10:00:01.000Z');
    const reserved = cloud.wallet.reserved;
    await dispatch(cloud, [{ type: 'sweep', tenantId }]);
    expect([await find(old.messageId), await find(young.messageId)]).toEqual(['expired', 'accepted']);
    expect(cloud.wallet.reserved).toBe(reserved - old.credits);
  });

  it('B1 gives up on what a box was given and never answered, a day after it was too old to be sent', async () => {
    const { cloud, box, find } = setUp();
    const handover = { attempt: 1, boxId: box.boxId, journalId: box.journalId, looks: 1 };
    const open = (expiresAt: string) =>
      cloud.putMessage(acceptedMessage({ tenantId, state: 'handed-over', handover, expiresAt }));
    const [gone, patient] = [open('2026-11-20T09:59:59.000Z'), open('2026-11-20T10:00:01.000Z')];
    await dispatch(cloud, [{ type: 'sweep', tenantId }]);
    expect([await find(gone.messageId), await find(patient.messageId)]).toEqual(['unconfirmed', 'handed-over']);
    expect(cloud.attemptsFor(box.boxId)).toEqual([]);
  });

  it('asks a box again whose confirmation got lost', async () => {
    const { cloud, box } = setUp();
    cloud.addBox({ ...box, epoch: 2, hellos: ['hello-1', 'hello-2'] });
    await dispatch(cloud, [{ type: 'sweep', tenantId }]);
    expect(cloud.sent.map(({ message }) => message)).toMatchObject([{ type: 'welcome', helloId: 'hello-2', epoch: 2 }]);
  });

  it('says so when it fails, and leaves it to the next minute', async () => {
    const { cloud } = setUp();
    const broken = { ...cloud, boxes: { ...cloud.boxes, list: () => Promise.reject(new Error('out of reach')) } };
    await dispatch(broken, [{ type: 'sweep', tenantId }]);
    expect(cloud.troubles).toEqual(['sweep failed']);
  });

  it('E4-8 hands nothing over that is too old, though it came late to its turn', async () => {
    const { cloud, box, find } = setUp();
    const old = cloud.putMessage(acceptedMessage({ tenantId, expiresAt: '2026-11-21T10:00:00.000Z' }));
    await refillBox(cloud, box);
    expect(await find(old.messageId)).toBe('expired');
    expect(cloud.sent).toEqual([]);
  });

  it('publishes again what no box answered, ever more rarely', async () => {
    const { cloud, box, accepted } = setUp();
    const message = accepted();
    await dispatch(cloud, [hint(message.messageId)]);
    const published: string[] = [];
    for (let minute = 1; minute <= 30; minute++) {
      // The clock's minute is never quite on time.
      cloud.setNow(new Date(Date.parse('2026-11-21T10:00:00.000Z') + minute * 60_100));
      const before = cloud.sent.length;
      await dispatch(cloud, [{ type: 'sweep', tenantId }]);
      if (cloud.sent.length > before) published.push(`minute ${minute}`);
    }
    expect(published).toEqual(['minute 2', 'minute 6', 'minute 14', 'minute 30']);
    expect(new Set(cloud.attemptsFor(box.boxId)).size).toBe(1);
  });

  it('B1 gives up on what was given to a journal that is gone', async () => {
    const { cloud, box, find } = setUp();
    const handover = { attempt: 1, boxId: box.boxId, journalId: newId('jnl'), looks: 1 };
    const lost = cloud.putMessage(acceptedMessage({ tenantId, state: 'handed-over', handover }));
    await dispatch(cloud, [{ type: 'sweep', tenantId }]);
    expect(await find(lost.messageId)).toBe('unconfirmed');
    expect(cloud.sent).toEqual([]);
  });
});
