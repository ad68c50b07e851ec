import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPEATS_AT_MOST } from '../../../contract/message-delivery.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { cancelMessage } from '../../../functions/domain/messaging/cancel-message.ts';
import { callIdOf } from '../../../functions/domain/messaging/providers/model.ts';
import { resolveMessage } from '../../../functions/domain/messaging/resolve-message.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';
import { fakeProvider } from '../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../support/web-providers/memory-calls.ts';

const tenantId = 'ten_1';
const MINUTE = 60_000;

function setUp(comesAtLeastOnce = true) {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const { messageId } = cloud.putMessage(
    acceptedMessage({ tenantId, ...(comesAtLeastOnce && { repeatsLeft: REPEATS_AT_MOST }) }),
  );
  const strays: unknown[] = [];
  const deps = { ...cloud, onStray: (event: unknown) => void strays.push(event), hintLost: () => {} };
  const found = async () => {
    const message = await cloud.messages.find(tenantId, messageId);
    if (!message) throw new Error('the message is gone');
    return message;
  };
  const later = async (minutes: number) => {
    cloud.setNow(new Date(cloud.clock.now().getTime() + minutes * MINUTE));
    await sweepTenant(cloud, tenantId);
  };
  const at = () => cloud.clock.now().toISOString();
  const boxSays = (type: 'submitted' | 'delivered' | 'unconfirmed' | 'failed', attempt: number) => {
    const attemptId = `${messageId}.${attempt}`;
    const event = {
      unconfirmed: { type: 'unconfirmed', attemptId, at: at(), reason: 'The power went', parts: 1, partsSubmitted: 0 },
      failed: { type: 'failed', attemptId, at: at(), reason: 'No number' },
      submitted: { type: 'submitted', attemptId, at: at(), parts: 1, partsSubmitted: 1 },
      delivered: { type: 'delivered', attemptId, at: at() },
    } as const;
    return applyEdgeEvents(deps, box, box.journalId, [event[type]]);
  };
  return {
    ...{ cloud, box, found, later, boxSays, strays, messageId },
    cancel: () => cancelMessage(deps, tenantId, messageId, 'emp_1'),
    resolve: (outcome: 'sent' | 'not-sent') => resolveMessage(cloud, tenantId, messageId, outcome, 'emp_1'),
    attempts: () => new Set(cloud.attemptsFor(box.boxId)).size,
  };
}

describe('a message whose template sends at least once', () => {
  it('B1 is sent again 10 minutes after an attempt that nobody knows of, 2 times at most, and its timeline says so', async () => {
    const { cloud, found, later, boxSays, attempts } = setUp();
    await later(0);
    for (const attempt of [1, 2, 3]) {
      expect(attempts()).toBe(attempt);
      await boxSays('unconfirmed', attempt);
      await later(9);
      expect((await found()).state).toBe('unconfirmed');
      await later(1);
    }
    await later(60);
    expect(attempts()).toBe(1 + REPEATS_AT_MOST);
    const { state, timeline } = await found();
    expect(state).toBe('unconfirmed');
    expect(timeline.filter(({ event }) => event === 'accepted').map(({ detail }) => detail)).toEqual([
      'emp_test',
      'Sent again, as its template asks: 1 of 2 times at most',
      'Sent again, as its template asks: 2 of 2 times at most',
    ]);
    expect(cloud.wallet).toMatchObject({ reserved: 1, consumed: 0 });
  });

  it('B1 of all others nothing is ever sent again by itself', async () => {
    const { found, later, boxSays, attempts } = setUp(false);
    await later(0);
    await boxSays('unconfirmed', 1);
    await later(10);
    await later(1_000);
    expect({ state: (await found()).state, attempts: attempts() }).toEqual({ state: 'unconfirmed', attempts: 1 });
  });

  it('B1 a late report proves the attempt: it is not sent again, also out of its lane', async () => {
    const early = setUp();
    await early.later(0);
    await early.boxSays('unconfirmed', 1);
    await early.boxSays('delivered', 1);
    await early.later(10);
    expect({ state: (await early.found()).state, attempts: early.attempts() }).toEqual({
      state: 'delivered',
      attempts: 1,
    });

    const late = setUp();
    await late.later(0);
    await late.boxSays('unconfirmed', 1);
    late.cloud.stop(true);
    await late.later(10);
    expect((await late.found()).state).toBe('accepted');
    await late.boxSays('delivered', 1);
    late.cloud.stop(false);
    await late.later(1);
    expect({ state: (await late.found()).state, attempts: late.attempts() }).toEqual({
      state: 'delivered',
      attempts: 1,
    });
    expect(late.cloud.wallet).toMatchObject({ reserved: 0, consumed: 1 });
  });

  it('a report on an attempt before the present one stands in its timeline, and alarms nobody', async () => {
    const { found, later, boxSays, strays } = setUp();
    await later(0);
    await boxSays('unconfirmed', 1);
    await later(10);
    await boxSays('delivered', 1);
    expect(strays).toEqual([]);
    const { state, timeline } = await found();
    expect(state).toBe('handed-over');
    expect(timeline.at(-1)).toMatchObject({ event: 'delivered', detail: 'Of an earlier attempt' });
  });

  it('B1 what was sent again and did not go this time stays unconfirmed: credits come back by a person’s word alone', async () => {
    const { cloud, found, later, boxSays, resolve } = setUp();
    await later(0);
    await boxSays('unconfirmed', 1);
    await later(10);
    await boxSays('failed', 2);
    expect(await found()).toMatchObject({
      ...{ state: 'unconfirmed', reason: 'An earlier attempt may have been sent. This one: failed: No number' },
    });
    await later(60);
    expect((await found()).state).toBe('unconfirmed');
    expect(cloud.wallet).toMatchObject({ available: 99, reserved: 1 });
    await resolve('not-sent');
    expect((await found()).state).toBe('failed');
    expect(cloud.wallet).toMatchObject({ available: 100, reserved: 0 });
  });

  it('is not sent again once somebody cancels it, or decides on it', async () => {
    const cancelled = setUp();
    await cancelled.later(0);
    await cancelled.boxSays('unconfirmed', 1);
    cancelled.cloud.stop(true);
    await cancelled.later(10);
    await cancelled.cancel();
    cancelled.cloud.stop(false);
    await cancelled.later(60);
    expect(await cancelled.found()).toMatchObject({
      state: 'unconfirmed',
      reason: expect.stringContaining('cancelled'),
    });
    expect(cancelled.attempts()).toBe(1);

    const decided = setUp();
    await decided.later(0);
    await decided.boxSays('unconfirmed', 1);
    await decided.resolve('sent');
    await decided.later(60);
    expect({ state: (await decided.found()).state, attempts: decided.attempts() }).toEqual({
      state: 'submitted',
      attempts: 1,
    });
  });

  it('B1 whatever the box says and when: 3 attempts at most, credits conserved, and none back after a doubt', async () => {
    const act = fc.record({
      say: fc.constantFrom('submitted', 'delivered', 'unconfirmed', 'failed', 'cancel'),
      attempt: fc.integer({ min: 1, max: 4 }),
      minutes: fc.constantFrom(0, 1, 10, 11_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 10 }), async (acts) => {
        const { cloud, found, later, boxSays, cancel, attempts } = setUp();
        await later(0);
        for (const { say, attempt, minutes } of acts) {
          if (say === 'cancel') await cancel().catch(() => {});
          else if (attempt <= attempts()) await boxSays(say, attempt);
          await later(minutes);
          const { state, timeline } = await found();
          const { granted, available, reserved, consumed } = cloud.wallet;
          expect(available + reserved + consumed).toBe(granted);
          const isDoubted = timeline.some(({ event }) => event === 'unconfirmed');
          if (isDoubted) expect(['failed', 'expired', 'cancelled']).not.toContain(state);
        }
        expect(attempts()).toBeLessThanOrEqual(1 + REPEATS_AT_MOST);
      }),
      { numRuns: 100 },
    );
  });

  it('B1 a web provider is called again under another id, and its report on the first call alarms nobody', async () => {
    let isLost = true;
    const { provider, log } = fakeProvider(false, () => isLost);
    const calls = memoryCalls('websms', { websms: provider, smsapi: provider });
    const { messageId } = calls.message({ repeatsLeft: REPEATS_AT_MOST });
    await calls.work();
    expect((await calls.found(messageId)).state).toBe('unconfirmed');
    isLost = false;
    calls.later(10 * MINUTE);
    await calls.sweep();
    await calls.work();
    expect(log.map(({ callId }) => callId)).toEqual([1, 2].map((attempt) => callIdOf(messageId, attempt)));
    expect((await calls.found(messageId)).state).toBe('submitted');
    await calls.report(callIdOf(messageId, 1), 'delivered');
    expect(calls.cloud.troubles).toEqual([]);
  });
});
