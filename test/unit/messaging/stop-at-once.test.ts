import { expect, it } from 'vitest';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { RULES_COUNT_FOR } from '../../../functions/domain/messaging/fresh-rules.ts';
import { confirmReady } from '../../../functions/domain/messaging/greet-box.ts';
import { AT_ONCE } from '../../../functions/domain/messaging/providers/paced.ts';
import type { WebProvider } from '../../../functions/domain/messaging/providers/ports.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, readyBox } from '../../support/messages.ts';
import { fakeProvider } from '../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../support/web-providers/memory-calls.ts';

it('B13 a stop ends the calls of a route that is at work: after a second none is begun, and what was not called for goes when it is lifted', async () => {
  const { provider, log } = fakeProvider(true);
  const stopping: WebProvider = {
    ...provider,
    async submit(...asked) {
      if (log.length === 2) {
        cloud.stop(true);
        later(RULES_COUNT_FOR);
      }
      return provider.submit(...asked);
    },
  };
  const { cloud, later, message, work, found } = memoryCalls('smsapi', { websms: stopping, smsapi: stopping });
  const ids = Array.from({ length: 40 }, () => message().messageId);
  await work();
  // Those that were begun together with the third.
  expect(log.length).toBeLessThanOrEqual(2 + AT_ONCE);
  const states = async () => Promise.all(ids.map(async (id) => (await found(id)).state));
  expect((await states()).filter((state) => state === 'accepted')).toHaveLength(ids.length - log.length);
  expect(cloud.callJobs).toEqual([]);
  const before = log.length;
  await work();
  expect(log).toHaveLength(before);
  cloud.stop(false);
  await work();
  expect(new Set(log.map(({ callId }) => callId)).size).toBe(ids.length);
  expect(log).toHaveLength(ids.length);
});

/** A box that never said that it got its message, which is due to be published again. */
async function lostOnTheWay() {
  const tenantId = 'ten_1';
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const { messageId } = cloud.putMessage(acceptedMessage({ tenantId }));
  await dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
  expect(cloud.attemptsFor(box.boxId)).toEqual([`${messageId}.1`]);
  cloud.setNow(new Date(cloud.clock.now().getTime() + 5 * 60_000));
  return { tenantId, cloud, box, messageId };
}

it.each(['the sweep', 'a hint', 'the handshake of its box'])(
  'B13 while sending is stopped %s asks a lost attempt back and tells its box no more to send it',
  async (what) => {
    const { tenantId, cloud, box, messageId } = await lostOnTheWay();
    const acts: Record<string, () => Promise<void>> = {
      'the sweep': () => sweepTenant(cloud, tenantId),
      'a hint': () => dispatch(cloud, [{ type: 'message', tenantId, messageId }]),
      'the handshake of its box': () =>
        confirmReady(cloud, box, { type: 'ready', journalId: box.journalId, epoch: box.epoch } as never),
    };
    cloud.stop(true);
    await acts[what]?.();
    expect(cloud.attemptsFor(box.boxId)).toEqual([`${messageId}.1`]);
    expect(cloud.revokedFor(box.boxId)).toEqual([`${messageId}.1`]);
    expect(await cloud.messages.find(tenantId, messageId)).toMatchObject({
      state: 'handed-over',
      withdrawal: { to: 'accepted', reason: 'All sending is stopped' },
    });
  },
);
