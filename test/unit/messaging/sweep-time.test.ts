import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { FUNCTIONS } from '../../../infra/functions.ts';
import { healthOf } from '../../support/health.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';
const START = Date.parse('2026-11-21T10:00:00.000Z');
const DUE = '2026-11-14T09:00:00.000Z';
const MANY = 8_000;
/** Milliseconds that a change of a message takes, of which a sweep makes one after the other. */
const STEP = 6;

/** An agency whose writes take time; nothing else does. */
function setUp() {
  const cloud = memoryMessaging(tenantId, MANY + 100);
  const { messages } = cloud;
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  cloud.tellHealth(box, healthOf(box));
  let now = START;
  const takesTime =
    <A extends readonly unknown[], R>(act: (...given: A) => Promise<R>) =>
    async (...given: A) => {
      now += STEP;
      cloud.setNow(new Date(now));
      return act(...given);
    };
  const slow = {
    ...cloud,
    messages: { ...messages, step: takesTime(messages.step), enterLane: takesTime(messages.enterLane) },
  };
  return {
    ...{ cloud, box },
    /** How long it took, in milliseconds; then the rest of the minute passes. */
    async sweep(): Promise<number> {
      const from = now;
      await dispatch(slow, [{ type: 'sweep', tenantId }]);
      const took = now - from;
      now = from + 60_000;
      cloud.setNow(new Date(now));
      return took;
    },
    async states(ids: readonly string[]) {
      const found = await Promise.all(ids.map((id) => messages.find(tenantId, id)));
      return Map.groupBy(found, (message) => message?.state ?? 'gone');
    },
  };
}
const most = FUNCTIONS.dispatcher.timeoutSeconds * 1000;

describe('with thousands of messages that are too old or due at once a sweep', () => {
  it('E4-8 ends in its time and goes on with the next: each expires, each credit comes back, and others leave meanwhile', async () => {
    const { cloud, box, sweep, states } = setUp();
    const old = Array.from({ length: MANY }, (_, index) => {
      const urgent = index % 3 === 0 && ({ priority: 'high' } as const);
      return cloud.putMessage(acceptedMessage({ tenantId, acceptedAt: DUE, ...urgent })).messageId;
    });
    const young = cloud.putMessage(
      acceptedMessage({ tenantId, acceptedAt: new Date(START).toISOString(), expiresAt: '2026-11-28T10:00:00.000Z' }),
    );
    let sweeps = 0;
    for (let open = MANY + 1; open > 1; open = cloud.wallet.reserved) {
      expect(await sweep()).toBeLessThan(most / 2);
      // Each sweep comes on.
      expect(cloud.wallet.reserved).toBeLessThan(open);
      sweeps += 1;
      if (sweeps === 1) expect(cloud.attemptsFor(box.boxId)).toEqual([`${young.messageId}.1`]);
    }
    expect(sweeps).toBeGreaterThan(1);
    expect(cloud.troubles).not.toContain('sweep failed');
    expect([...(await states(old)).keys()]).toEqual(['expired']);
    expect(cloud.wallet).toMatchObject({ available: MANY + 99, reserved: 1, consumed: 0 });
  });

  it('B7 lets them in over several sweeps, each once', async () => {
    const { cloud, sweep, states } = setUp();
    const dueAt = new Date(START).toISOString();
    const due = Array.from(
      { length: 3_000 },
      () =>
        cloud.putMessage(
          acceptedMessage({ tenantId, state: 'scheduled', dueAt, expiresAt: '2026-11-28T10:00:00.000Z' }),
        ).messageId,
    );
    let sweeps = 0;
    for (; (await states(due)).has('scheduled'); sweeps += 1) expect(await sweep()).toBeLessThan(most / 2);
    expect(sweeps).toBeGreaterThan(1);
    expect(cloud.troubles).not.toContain('sweep failed');
  });
});
