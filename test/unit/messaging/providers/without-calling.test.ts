import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../../../../functions/domain/messaging/providers/model.ts';
import { answering } from '../../../support/web-providers/answering.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const THROTTLED: CallOutcome = { kind: 'again', reason: 'throttled', code: '4023', delay: 2000, isOutage: false };

/** An agency with websms, which asks to wait. */
function setUp() {
  const websms = answering(() => THROTTLED);
  const calls = memoryCalls('websms', { websms: websms.provider, smsapi: websms.provider });
  const { cloud, account } = calls;
  const end = {
    'its route is paused': () => {
      const pause = { reason: 'no-balance', code: '103', since: account.changedAt } as const;
      cloud.accounts.put({ ...account, pause });
    },
    'sending is stopped': () => cloud.stop(true),
  };
  /** A message of which nobody has written down what became of its call. */
  async function called() {
    const message = calls.message();
    const at = cloud.clock.now();
    const call = { attempt: 1, provider: 'websms', since: at.toISOString(), looks: 1 } as const;
    const lookAt = new Date(at.getTime() + 2 * MINUTE);
    await cloud.messages.step(message, { to: 'calling', at, bookedAt: at, call, lookAt });
    return message.messageId;
  }
  return { ...calls, websms, end, called };
}

describe.each(['its route is paused', 'sending is stopped'] as const)('while %s', (why) => {
  it('E4-8 a message that the provider asked to wait for expires after a week, and its credit comes back', async () => {
    const { message, work, later, found, cloud, end, websms } = setUp();
    const { messageId } = message();
    await work();
    expect(await found(messageId)).toMatchObject({ state: 'accepted', reason: 'websms 4023 throttled' });
    end[why]();
    later(7 * DAY + MINUTE);
    await work();
    expect((await found(messageId)).state).toBe('expired');
    expect(cloud.wallet).toMatchObject({ available: 100, reserved: 0 });
    expect(websms.asked()).toBe(1);
  });

  it('E4-8 it waits in its lane from when its time is over, where the sweep ends it', async () => {
    const { message, work, sweep, later, found, cloud, end, tenantId } = setUp();
    const { messageId } = message();
    await work();
    const before = await found(messageId);
    end[why]();
    later(MINUTE);
    await work();
    const lane = { tenantId, provider: 'websms' } as const;
    expect(await cloud.workQueue.laneHead(lane, new Date(0), 10)).toEqual([messageId]);
    expect(await cloud.workQueue.dueOn(lane, 10, cloud.clock.now())).toEqual([]);
    expect(await found(messageId)).toEqual(before);
    later(7 * DAY);
    await sweep();
    expect((await found(messageId)).state).toBe('expired');
  });

  it('B1 what was called for and nobody can ask about is in doubt, behind however much that waits for its time', async () => {
    const { message, work, later, found, end, called, websms } = setUp();
    for (let one = 0; one < 200; one += 1) message();
    await work();
    const asked = websms.asked();
    const messageId = await called();
    end[why]();
    later(30 * MINUTE);
    await work();
    await work();
    expect(await found(messageId)).toMatchObject({ state: 'unconfirmed', reason: 'websms - answer-missing' });
    expect(websms.asked()).toBe(asked);
  });
});
