import { expect, it } from 'vitest';
import { applyEdgeEvents } from '../../../../functions/domain/messaging/apply-edge-events.ts';
import { dispatch } from '../../../../functions/domain/messaging/dispatch.ts';
import { callIdOf } from '../../../../functions/domain/messaging/providers/model.ts';
import type { WebProvider } from '../../../../functions/domain/messaging/providers/ports.ts';
import { readyBox } from '../../../support/messages.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

/** A message that websms has refused, and that is with a box now. */
async function setUp() {
  const refusing: WebProvider = {
    submit: async () => ({ kind: 'refused', reason: 'sender-refused', code: '4020', elsewhere: true }),
    check: async () => ({ kind: 'good' }),
  };
  const calls = memoryCalls('websms', { websms: refusing, smsapi: refusing });
  const { tenantId, cloud, deps } = calls;
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const { messageId } = calls.message({ routes: ['websms', 'modem'] });
  await calls.work();
  await dispatch(deps, [{ type: 'message', tenantId, messageId }]);
  const strays: unknown[] = [];
  const says = (attemptId: string) =>
    applyEdgeEvents({ ...deps, onStray: (one) => void strays.push(one) }, box, box.journalId, [
      { type: 'submitted', attemptId, at: cloud.clock.now().toISOString(), parts: 1, partsSubmitted: 1 },
    ]);
  return { ...calls, box, messageId, says, strays };
}

it('B1 attempts are counted over all routes: what a box is given after a provider has a number of its own', async () => {
  const { cloud, box, found, messageId, says, strays } = await setUp();
  expect(cloud.attemptsFor(box.boxId)).toEqual([`${messageId}.2`]);
  expect(await found(messageId)).toMatchObject({ state: 'handed-over', handover: { attempt: 2, boxId: box.boxId } });
  await says(`${messageId}.2`);
  expect((await found(messageId)).state).toBe('submitted');
  expect(strays).toEqual([]);
});

it('B1 a report of the provider that had refused it tells nothing of the attempt of the box, and somebody hears of it', async () => {
  const { cloud, found, messageId, report } = await setUp();
  await report(callIdOf(messageId, 1), 'delivered');
  expect((await found(messageId)).state).toBe('handed-over');
  expect(cloud.troubles).toEqual(['stray event']);
});

it('B1 a report of a provider that was never called for an attempt changes nothing', async () => {
  const { cloud, found, messageId, report } = await setUp();
  await report(callIdOf(messageId, 2), 'delivered', 'smsapi');
  expect((await found(messageId)).state).toBe('handed-over');
  expect(cloud.troubles).toEqual(['stray report']);
});
