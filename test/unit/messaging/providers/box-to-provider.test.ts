import { expect, it } from 'vitest';
import { applyEdgeEvents } from '../../../../functions/domain/messaging/apply-edge-events.ts';
import { dispatch } from '../../../../functions/domain/messaging/dispatch.ts';
import { readyBox } from '../../../support/messages.ts';
import { fakeProvider } from '../../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

/** An agency whose messages go by its modem, then by SMSAPI; one is with its box. */
async function setUp() {
  const smsapi = fakeProvider(true);
  const calls = memoryCalls('smsapi', { websms: smsapi.provider, smsapi: smsapi.provider });
  const { tenantId, cloud, deps } = calls;
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const { messageId } = calls.message({ routes: ['modem', 'smsapi'] });
  await dispatch(deps, [{ type: 'message', tenantId, messageId }]);
  const about = { attemptId: `${messageId}.1`, at: cloud.clock.now().toISOString() };
  const strays: unknown[] = [];
  const says = (event: { readonly type: 'failed' | 'unconfirmed' | 'submitted' }) =>
    applyEdgeEvents({ ...deps, onStray: (one) => void strays.push(one) }, box, box.journalId, [
      event.type === 'submitted'
        ? { ...about, type: 'submitted', parts: 1, partsSubmitted: 1 }
        : event.type === 'failed'
          ? { ...about, type: 'failed', reason: '+CMS ERROR: 38' }
          : { ...about, type: 'unconfirmed', reason: 'The power went', parts: 1, partsSubmitted: 0 },
    ]);
  return { ...calls, smsapi, messageId, says, strays };
}

it('B1 what a box has certainly not sent goes to the provider that is next, at once, and once', async () => {
  const { cloud, tenantId, found, work, smsapi, messageId, says, strays } = await setUp();
  await says({ type: 'failed' });
  expect(await found(messageId)).toMatchObject({ state: 'accepted', routes: ['smsapi'], reason: '+CMS ERROR: 38' });
  expect(cloud.callJobs).toEqual([{ type: 'call', tenantId, provider: 'smsapi', messageIds: [messageId] }]);
  await says({ type: 'failed' });
  await work();
  await says({ type: 'failed' });
  await work();
  expect(smsapi.log).toHaveLength(1);
  expect(await found(messageId)).toMatchObject({ state: 'submitted', call: { provider: 'smsapi', attempt: 2 } });
  expect((await found(messageId)).timeline.map(({ event }) => event)).toEqual([
    ...['accepted', 'handed-over', 'accepted', 'calling', 'submitted'],
  ]);
  expect(strays).toEqual([]);
  expect(cloud.wallet).toMatchObject({ reserved: 0, consumed: 1 });
});

it('B1 what a box may have sent goes to no provider', async () => {
  const { found, work, smsapi, messageId, says } = await setUp();
  await says({ type: 'unconfirmed' });
  await work();
  expect((await found(messageId)).state).toBe('unconfirmed');
  expect(smsapi.log).toEqual([]);
});

it('a hint to the provider that gets lost is found by the next sweep', async () => {
  const { cloud, deps, found, sweep, work, smsapi, messageId, says } = await setUp();
  Object.assign(deps, { callHurry: { push: () => Promise.reject(new Error('the queue is away')) } });
  await says({ type: 'failed' });
  expect(cloud.troubles).toEqual(['hint lost']);
  expect((await found(messageId)).state).toBe('accepted');
  Object.assign(deps, { callHurry: cloud.callHurry });
  await sweep();
  expect(cloud.callJobs).toHaveLength(1);
  await work();
  expect(smsapi.log).toHaveLength(1);
});
