import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { DomainError } from '../../../functions/domain/shared/domain-error.ts';
import { healthOf } from '../../support/health.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
const LATER = '2026-11-21T10:20:00.000Z';

/** Two boxes with a message each, whose time to look again has come. */
function setUp() {
  const cloud = memoryMessaging(tenantId);
  const boxes = [readyBox({ tenantId }), readyBox({ tenantId })] as const;
  const [first, second] = boxes.map((box) => {
    cloud.addBox(box);
    cloud.tellHealth(box, healthOf(box));
    const handover = { attempt: 1, boxId: box.boxId, journalId: box.journalId, looks: 1 };
    return cloud.putMessage(
      acceptedMessage({ tenantId, state: 'handed-over', handover, expiresAt: '2026-11-28T10:00:00.000Z' }),
    );
  });
  if (!first || !second) throw new Error('two boxes have two messages');
  cloud.setNow(LATER);
  const unreadable = (...ids: string[]) => {
    const find: typeof cloud.messages.find = (tenant, id) =>
      ids.includes(id) ? Promise.reject(new Error('v 2')) : cloud.messages.find(tenant, id);
    return { ...cloud, messages: { ...cloud.messages, find } };
  };
  return { cloud, boxes, first, second, unreadable };
}
const sweep = [{ type: 'sweep', tenantId }] as const;

describe('the sweep goes on', () => {
  it('past a message with a box that cannot be read', async () => {
    const { cloud, boxes, first, unreadable } = setUp();
    const good = cloud.putMessage({ ...first, messageId: cloud.newId('msg') });
    await dispatch(unreadable(first.messageId), sweep);
    expect(cloud.attemptsFor(boxes[0].boxId)).toEqual([`${good.messageId}.1`]);
    expect(cloud.attemptsFor(boxes[1].boxId)).toHaveLength(1);
    expect(cloud.troubles).toEqual(['message unreadable', 'box silent', 'box silent']);
  });

  it('past an old message in the lane that cannot be read', async () => {
    const { cloud, unreadable } = setUp();
    const old = () => cloud.putMessage(acceptedMessage({ tenantId, acceptedAt: '2026-11-14T09:00:00.000Z' }));
    const [bad, good] = [old(), old()];
    await dispatch(unreadable(bad.messageId), sweep);
    expect((await cloud.messages.find(tenantId, good.messageId))?.state).toBe('expired');
    expect(cloud.troubles).toContain('message unreadable');
  });

  it('S8 past a box to which nothing can be published, and still tells what is wrong with the boxes', async () => {
    const { cloud, boxes } = setUp();
    const send: typeof cloud.downlinks.send = (box, message) =>
      box.boxId === boxes[0].boxId ? Promise.reject(new Error('no broker')) : cloud.downlinks.send(box, message);
    await dispatch({ ...cloud, downlinks: { send } }, sweep);
    expect(cloud.attemptsFor(boxes[1].boxId)).toHaveLength(1);
    expect(cloud.troubles).toEqual(['sweep failed', 'box silent', 'box silent']);
  });
});

it('a hint is not lost while the table is out of reach: that says nothing of the message', async () => {
  const { cloud } = setUp();
  const message = cloud.putMessage(acceptedMessage({ tenantId }));
  const find = () => Promise.reject(new DomainError('temporarily-unavailable'));
  const outage = dispatch({ ...cloud, messages: { ...cloud.messages, find } }, [
    { type: 'message', tenantId, messageId: message.messageId },
  ]);
  await expect(outage).rejects.toThrow('temporarily-unavailable');
  expect(cloud.troubles).toEqual([]);
});
