import { expect, it } from 'vitest';
import { FILLS_AT_MOST, refillBox } from '../../../functions/domain/messaging/refill-box.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';
import { quietHoursOf } from '../../support/quiet-hours.ts';

const tenantId = 'ten_1';
const batchId = newId('bat');
const NIGHT = '2026-11-21T22:00:00.000Z';

/** A box, and messages that may not leave before one that may; all are older than that. */
function setUp(window: number, held: number) {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId, window });
  cloud.addBox(box);
  cloud.setNow(NIGHT);
  cloud.stoppedBatches.add(batchId);
  const ids = Array.from({ length: held }, (_, place) => {
    const acceptedAt = new Date(Date.parse(NIGHT) - 3_600_000 + place * 1000).toISOString();
    return cloud.putMessage(acceptedMessage({ tenantId, acceptedAt, batchId })).messageId;
  });
  const { messageId } = cloud.putMessage(acceptedMessage({ tenantId, acceptedAt: NIGHT, priority: 'low' }));
  const stateOf = async (id: string) => (await cloud.messages.find(tenantId, id))?.state;
  const states = () => Promise.all(ids.map(stateOf));
  const gone = async () => (await states()).filter((state) => state !== 'accepted').length;
  return { cloud, box, ids, messageId, stateOf, states, gone };
}

it('a batch that was stopped leaves no room of a box empty: what may leave behind it does so at once', async () => {
  const { cloud, box, messageId, stateOf, gone } = setUp(2, 7);
  await refillBox(cloud, box);
  expect(await gone()).toBe(7);
  expect(await stateOf(messageId)).toBe('handed-over');
});

it('B7 what quiet hours hold leaves no room empty, and is held once, though the index still shows it in its lane', async () => {
  const { cloud, box, ids, messageId, stateOf } = setUp(2, 7);
  cloud.stoppedBatches.clear();
  cloud.setQuietHours(quietHoursOf({ windows: [{ from: '21:00', until: '08:00' }], priorities: ['normal'] }));
  const shown = [...ids, messageId];
  const laneHead = async (_: object, __: Date, limit: number) => shown.slice(0, limit);
  await refillBox({ ...cloud, workQueue: { ...cloud.workQueue, laneHead } }, box);
  expect(await stateOf(messageId)).toBe('handed-over');
  for (const id of ids) {
    const { heldUntil, timeline } = (await cloud.messages.find(tenantId, id)) ?? {};
    expect(heldUntil).toBe('2026-11-22T07:00:00.000Z');
    expect(timeline?.filter(({ event }) => event === 'held')).toHaveLength(1);
  }
});

it('a refill fills what is left of the room, and never more than there is', async () => {
  const { cloud, box, messageId, stateOf } = setUp(3, 2);
  const more = Array.from({ length: 4 }, () => cloud.putMessage(acceptedMessage({ tenantId, acceptedAt: NIGHT })));
  await refillBox(cloud, box);
  const handedOver = await Promise.all(more.map((one) => stateOf(one.messageId)));
  expect(handedOver.filter((state) => state === 'handed-over')).toHaveLength(3);
  expect(await stateOf(messageId)).toBe('accepted');
  expect(cloud.attemptsFor(box.boxId)).toHaveLength(3);
});

it('one refill looks for others 20 times at most; the next one goes on', async () => {
  const { cloud, box, messageId, stateOf, gone } = setUp(1, FILLS_AT_MOST + 5);
  await refillBox(cloud, box);
  expect(await gone()).toBe(FILLS_AT_MOST);
  await refillBox(cloud, box);
  expect(await stateOf(messageId)).toBe('handed-over');
});

it('it does not begin to look for others when half of its lease is over', async () => {
  const { cloud, box, gone } = setUp(1, 5);
  const batchStops = {
    async isStopped() {
      cloud.setNow(new Date(cloud.clock.now().getTime() + 3000));
      return true;
    },
  };
  await refillBox({ ...cloud, batchStops }, box);
  expect(await gone()).toBe(2);
});

it('a refill that nothing is said against looks once', async () => {
  const { cloud, box } = setUp(1, 0);
  let looks = 0;
  const laneHead: typeof cloud.workQueue.laneHead = (...args) => {
    looks += 1;
    return cloud.workQueue.laneHead(...args);
  };
  await refillBox({ ...cloud, workQueue: { ...cloud.workQueue, laneHead } }, box);
  // its own lane, and the one of all boxes
  expect(looks).toBe(2);
});
