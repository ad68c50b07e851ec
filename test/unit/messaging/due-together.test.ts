import { expect, it } from 'vitest';
import type { Message } from '../../../functions/domain/messaging/model.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage } from '../../support/messages.ts';

/** More than one sweep wakes in its time, where each look at the clock is a millisecond later. */
const MANY = 5_100;
const EIGHT = '2026-11-22T08:00:00.000Z';

it.each([
  ['is scheduled', { state: 'scheduled', dueAt: EIGHT }],
  ['waits for the end of quiet hours', { heldUntil: EIGHT }],
] as const)(
  'an urgent SMS that %s for eight is let in by the first sweep, before thousands for the same moment',
  async (_, waits) => {
    const tenantId = 'ten_1';
    const cloud = memoryMessaging(tenantId);
    const one = (given: Partial<Message>) =>
      cloud.putMessage(acceptedMessage({ tenantId, credits: 0, ...waits, ...given }));
    const many = Array.from({ length: MANY }, () => one({}));
    const { messageId } = one({ priority: 'high' });
    let now = Date.parse(EIGHT);
    const clock = { now: () => new Date(now++) };
    await sweepTenant({ ...cloud, clock }, tenantId);
    const [head] = await cloud.workQueue.laneHead({ tenantId }, new Date(0), 1);
    expect(head).toBe(messageId);
    const last = await cloud.messages.find(tenantId, many.at(-1)?.messageId ?? '');
    expect(last).toMatchObject(waits);
  },
);
