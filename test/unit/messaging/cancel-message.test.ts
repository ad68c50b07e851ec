import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '../../../contract/edge.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { cancelMessage } from '../../../functions/domain/messaging/cancel-message.ts';
import { dispatch, type MessagingJob } from '../../../functions/domain/messaging/dispatch.ts';
import { confirmReady } from '../../../functions/domain/messaging/greet-box.ts';
import { getMessage } from '../../../functions/domain/messaging/read-messages.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { DomainError } from '../../../functions/domain/shared/domain-error.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
const at = '2026-11-21T10:00:00.000Z';

function setUp(given: Parameters<typeof acceptedMessage>[0] = { tenantId }) {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const message = cloud.putMessage(acceptedMessage(given));
  const { messageId } = message;
  const lost: unknown[] = [];
  const stray: AttemptEvent[] = [];
  return {
    cloud,
    box,
    messageId,
    lost,
    stray,
    attemptId: `${messageId}.1`,
    cancel: (id = messageId) =>
      cancelMessage({ ...cloud, hintLost: (error) => void lost.push(error) }, tenantId, id, 'emp_1'),
    handOver: () => dispatch(cloud, [{ type: 'message', tenantId, messageId }]),
    dispatchHints: () => dispatch(cloud, cloud.jobs.splice(0) as [MessagingJob]),
    boxSays: (...events: AttemptEvent[]) =>
      applyEdgeEvents({ ...cloud, onStray: (event) => void stray.push(event) }, box, box.journalId, events),
    found: () => getMessage(cloud, tenantId, messageId, 'en'),
    wait: (minutes: number) => cloud.setNow(new Date(cloud.clock.now().getTime() + minutes * 60_000)),
  };
}
const eventsOf = ({ timeline }: { timeline: { event: string }[] }) => timeline.map(({ event }) => event);

describe('a message that waits in its lane', () => {
  it('is cancelled at once; its credits are back, and who did it stands there', async () => {
    const { cloud, box, cancel, handOver, found } = setUp({ tenantId, credits: 3 });
    expect(cloud.wallet).toMatchObject({ available: 97, reserved: 3 });
    await cancel();
    expect((await found()).timeline.at(-1)).toEqual({ event: 'cancelled', at, detail: 'emp_1' });
    expect(await found()).toMatchObject({ state: 'cancelled' });
    expect(cloud.wallet).toMatchObject({ granted: 100, available: 100, reserved: 0 });
    await handOver();
    expect(cloud.attemptsFor(box.boxId)).toEqual([]);
  });

  it('is cancelled once, however often it is asked for', async () => {
    const { cloud, cancel, found } = setUp();
    await Promise.all([cancel(), cancel()]);
    await cancel();
    expect(eventsOf(await found())).toEqual(['accepted', 'cancelled']);
    expect(cloud.wallet).toMatchObject({ available: 100, reserved: 0 });
  });
});

describe('a message that a box has', () => {
  it('is asked back at once, and cancelled when the box says that it was not sent', async () => {
    const { cloud, box, attemptId, cancel, handOver, dispatchHints, boxSays, found } = setUp();
    await handOver();
    await cancel();
    expect(await found()).toMatchObject({ state: 'handed-over', cancelRequestedAt: at });
    expect(cloud.wallet.reserved).toBe(1);
    await dispatchHints();
    expect(cloud.sent.at(-1)).toEqual({
      boxId: box.boxId,
      message: {
        type: 'revoke',
        journalId: box.journalId,
        attempts: [{ attemptId, notAfter: (await found()).expiresAt }],
      },
    });
    await boxSays({ type: 'received', attemptId, at }, { type: 'revoked', attemptId, at });
    expect(await found()).toMatchObject({ state: 'cancelled', cancelRequestedAt: at });
    expect(eventsOf(await found())).toEqual(['accepted', 'handed-over', 'cancel-requested', 'received', 'cancelled']);
    expect(cloud.wallet).toMatchObject({ available: 100, reserved: 0, consumed: 0 });
  });

  it.each([
    [
      { type: 'submitted', parts: 1, partsSubmitted: 1 },
      { consumed: 1, reserved: 0 },
    ],
    [
      { type: 'unconfirmed', parts: 1, partsSubmitted: 0, reason: 'no answer' },
      { consumed: 0, reserved: 1 },
    ],
  ] as const)('B1 is what the box says when that came too late: %o', async (said, wallet) => {
    const { cloud, attemptId, cancel, handOver, boxSays, found } = setUp();
    await handOver();
    await cancel();
    await boxSays({ ...said, attemptId, at }, { type: 'revoked', attemptId, at });
    expect((await found()).state).toBe(said.type);
    expect(eventsOf(await found())).toEqual(['accepted', 'handed-over', 'cancel-requested', said.type]);
    expect(cloud.wallet).toMatchObject(wallet);
  });

  it('is asked back until the box answers, ever more rarely, and never given again', async () => {
    const { cloud, box, attemptId, cancel, handOver, boxSays, wait, lost } = setUp();
    await handOver();
    cloud.hurry.push = () => Promise.reject(new Error('no queue'));
    await cancel();
    expect(lost).toHaveLength(1);
    const minutes: number[] = [];
    for (let minute = 0; minute < 120; minute += 1) {
      wait(1);
      await sweepTenant(cloud, tenantId);
      if (cloud.revokedFor(box.boxId).length > minutes.length) minutes.push(minute);
    }
    expect(minutes).toEqual([0, 3, 8, 17, 34, 67]);
    expect(cloud.attemptsFor(box.boxId)).toEqual([attemptId]);
    await boxSays({ type: 'revoked', attemptId, at });
    const asked = cloud.revokedFor(box.boxId).length;
    wait(120);
    await sweepTenant(cloud, tenantId);
    expect(cloud.revokedFor(box.boxId)).toHaveLength(asked);
  });

  it('is asked back, and not given again, when its box starts', async () => {
    const { cloud, box, attemptId, cancel, handOver } = setUp();
    await handOver();
    await cancel();
    await confirmReady(cloud, box, { type: 'ready', journalId: box.journalId, epoch: box.epoch });
    expect(cloud.revokedFor(box.boxId)).toEqual([attemptId]);
    expect(cloud.attemptsFor(box.boxId)).toEqual([attemptId]);
  });

  it('is asked back even when it is too old to be sent: only the box knows whether it was', async () => {
    const { cloud, box, attemptId, cancel, handOver, dispatchHints } = setUp();
    await handOver();
    cloud.setNow('2026-11-28T10:00:01.000Z');
    await cancel();
    await dispatchHints();
    expect(cloud.revokedFor(box.boxId)).toEqual([attemptId]);
  });

  it('is withdrawn once, however often it is asked for', async () => {
    const { cancel, handOver, found } = setUp();
    await handOver();
    await Promise.all([cancel(), cancel()]);
    await cancel();
    expect(eventsOf(await found())).toEqual(['accepted', 'handed-over', 'cancel-requested']);
  });

  it('B1 that a refill has claimed in the same moment is not published after it', async () => {
    const { cloud, box, attemptId, cancel, handOver } = setUp();
    const { lookAgain } = cloud.messages;
    await handOver();
    cloud.messages.lookAgain = async (...args) => {
      cloud.messages.lookAgain = lookAgain;
      await cancel();
      return lookAgain(...args);
    };
    await handOver();
    expect(cloud.attemptsFor(box.boxId)).toEqual([attemptId]);
  });
});

describe('a message that cannot be cancelled', () => {
  it.each(['submitted', 'delivered', 'undelivered', 'unconfirmed', 'failed', 'expired'] as const)(
    'is %s, which the answer says',
    async (state) => {
      const { cancel, found } = setUp({ tenantId, state });
      const error = await cancel().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({
        code: 'message-not-cancellable',
        errors: [{ path: 'state', message: 'It is {state}', values: { state } }],
      });
      expect((await found()).state).toBe(state);
    },
  );

  it('is not there', async () => {
    const { cancel } = setUp();
    await expect(cancel('msg_00000000000000000000000000')).rejects.toMatchObject({ code: 'not-found' });
  });
});
