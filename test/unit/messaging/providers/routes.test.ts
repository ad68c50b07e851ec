import { describe, expect, it } from 'vitest';
import { canSend } from '../../../../functions/domain/edge/health.ts';
import type { CallOutcome } from '../../../../functions/domain/messaging/providers/model.ts';
import { readyBox } from '../../../support/messages.ts';
import { anAccount } from '../../../support/web-providers/account.ts';
import { answering } from '../../../support/web-providers/answering.ts';
import { fakeProvider } from '../../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

const MINUTE = 60_000;
const SUBMITTED: CallOutcome = { kind: 'submitted', providerId: 'p1' };
const refusal = (elsewhere: boolean): CallOutcome => ({
  ...{ kind: 'refused', reason: elsewhere ? 'sender-refused' : 'recipient-blocked', code: '1', elsewhere },
});

/** An agency with websms, then SMSAPI. */
function twoProviders(answer: () => CallOutcome) {
  const websms = answering(answer);
  const smsapi = fakeProvider(true);
  const calls = memoryCalls('websms', { websms: websms.provider, smsapi: smsapi.provider });
  calls.cloud.accounts.put(anAccount({ tenantId: calls.tenantId, provider: 'smsapi' }));
  return { ...calls, websms, smsapi, both: ['websms', 'smsapi'] as const };
}

describe('the next route', () => {
  it('B1 is taken by what the first one has certainly not sent', async () => {
    const { message, both, work, found, smsapi } = twoProviders(() => refusal(true));
    const { messageId } = message({ routes: both });
    await work('websms');
    expect(await found(messageId)).toMatchObject({
      state: 'accepted',
      routes: ['smsapi'],
      reason: 'websms 1 sender-refused',
    });
    await work('smsapi');
    expect(await found(messageId)).toMatchObject({ state: 'submitted', call: { provider: 'smsapi', attempt: 2 } });
    expect(smsapi.log).toHaveLength(1);
  });

  it('B1 is not taken by what may have been sent', async () => {
    const { message, both, work, found, smsapi } = twoProviders(() => ({
      ...{ kind: 'unclear', reason: 'provider-error', code: '5000' },
    }));
    const { messageId } = message({ routes: both });
    await work('websms');
    await work('smsapi');
    expect((await found(messageId)).state).toBe('unconfirmed');
    expect(smsapi.log).toEqual([]);
  });

  it('is not taken by a message to somebody who is on the provider’s block list', async () => {
    const { message, both, work, found } = twoProviders(() => refusal(false));
    const { messageId } = message({ routes: both });
    await work('websms');
    expect(await found(messageId)).toMatchObject({ state: 'failed', reason: 'websms 1 recipient-blocked' });
  });

  it('is taken by what waits while the account is in trouble, and the message is none the worse', async () => {
    const { message, both, work, found, cloud, smsapi } = twoProviders(() => ({
      ...{ kind: 'account', reason: 'no-balance', code: '103', retryAfter: 15 * MINUTE },
    }));
    const ids = [message({ routes: both }), message({ routes: both })].map(({ messageId }) => messageId);
    await work('websms');
    await work('websms');
    await work('smsapi');
    for (const id of ids) expect((await found(id)).state).toBe('submitted');
    expect(smsapi.log).toHaveLength(2);
    expect(cloud.troubles).toContain('provider account refused');
  });

  it('is taken by what waits for modems when no box can send', async () => {
    const { message, cloud, sweep, work, found, tenantId } = twoProviders(() => SUBMITTED);
    const box = readyBox({ tenantId });
    cloud.addBox(box);
    expect(canSend(await cloud.healths.find(box), cloud.clock.now())).toBeUndefined();
    const { messageId } = message({ routes: ['modem', 'websms'] });
    const { messageId: another } = message({ routes: ['modem'] });
    await sweep();
    await work('websms');
    expect(await found(messageId)).toMatchObject({ state: 'submitted', routes: ['websms'] });
    expect((await found(another)).state).toBe('handed-over');
  });
});

describe('a route', () => {
  it('rests after five calls in a row that came to nothing, then tries one message, and goes on', async () => {
    let isDown = true;
    const down: CallOutcome = { kind: 'again', reason: 'out-of-reach', code: '-', delay: 1000, isOutage: true };
    const { message, work, websms, later, found, cloud } = twoProviders(() => (isDown ? down : SUBMITTED));
    const ids = Array.from({ length: 12 }, () => message().messageId);
    await work('websms');
    const asked = websms.asked();
    // Those that were under way when the fifth came back are five at most.
    expect(asked).toBeLessThan(10);
    expect(cloud.troubles).toContain('provider out of reach');
    await work('websms');
    expect(websms.asked()).toBe(asked);
    later(31_000);
    await work('websms');
    expect(websms.asked()).toBe(asked + 1);
    isDown = false;
    later(61_000);
    await work('websms');
    expect(websms.asked()).toBe(asked + 2);
    await work('websms');
    for (const id of ids) expect((await found(id)).state).toBe('submitted');
  });

  it('is throttled: what goes back waits longer each time, is no failure, and makes the message no larger', async () => {
    let left = 6;
    const throttled: CallOutcome = { kind: 'again', reason: 'throttled', code: '4023', delay: 2000, isOutage: false };
    const { message, work, found, later, websms, cloud } = twoProviders(() => {
      left -= 1;
      return left >= 0 ? throttled : SUBMITTED;
    });
    const { messageId } = message();
    await work('websms');
    const { timeline } = await found(messageId);
    await work('websms');
    expect(websms.asked()).toBe(1);
    for (const seconds of [3, 5, 9, 17, 33, 65]) {
      later(seconds * 1000);
      await work('websms');
    }
    const after = await found(messageId);
    expect(after).toMatchObject({ state: 'submitted', call: { attempt: 7 } });
    expect(after.timeline.map(({ event }) => event)).toEqual([...timeline.map(({ event }) => event), 'submitted']);
    expect((await cloud.accounts.find({ tenantId: after.tenantId, provider: 'websms' }))?.failures).toBe(0);
  });

  it('gives a provider no more messages a second than the account allows', async () => {
    const { deps, work, message, account, cloud } = twoProviders(() => SUBMITTED);
    cloud.accounts.put({ ...account, perSecond: 2 });
    const waits: number[] = [];
    deps.wait = async (...[milliseconds]: number[]) => {
      waits.push(milliseconds ?? 0);
    };
    for (let one = 0; one < 5; one += 1) message();
    await work('websms');
    expect(waits.slice(0, 4)).toEqual([500, 1000, 1500, 2000]);
  });

  it('leaves everything where it is while sending is stopped', async () => {
    const { message, work, found, cloud, websms } = twoProviders(() => SUBMITTED);
    const { messageId } = message();
    cloud.stop(true);
    await work('websms');
    expect((await found(messageId)).state).toBe('accepted');
    expect(websms.asked()).toBe(0);
  });

  it('E4-8 never calls for what is older than a week', async () => {
    const { message, work, found, websms, cloud } = twoProviders(() => SUBMITTED);
    const { messageId } = message({ expiresAt: cloud.clock.now().toISOString() });
    await work('websms');
    expect((await found(messageId)).state).toBe('expired');
    expect(websms.asked()).toBe(0);
  });

  it('whose account was removed fails what waits for it, and doubts what was asked', async () => {
    const { message, work, found, cloud, tenantId } = twoProviders(() => SUBMITTED);
    const { messageId } = message();
    const audit = { tenantId, subjectId: 'x', auditId: 'x', at: '', by: '', action: 'removed' };
    await cloud.accounts.remove({ tenantId, provider: 'websms' }, cloud.clock.now(), audit);
    await work('websms');
    expect(await found(messageId)).toMatchObject({ state: 'failed', reason: 'websms - account-removed' });
  });
});

it('credentials that were saved while a provider refused the former ones are not paused by that, and are tried at once', async () => {
  const { message, work, found, cloud, account, tenantId } = twoProviders(() => {
    cloud.accounts.put({ ...account, sealed: 'others', version: 2 });
    return { kind: 'account', reason: 'credentials-refused', code: '401' };
  });
  const { messageId } = message({ routes: ['websms', 'smsapi'] });
  await work('websms');
  const now = await cloud.accounts.find({ tenantId, provider: 'websms' });
  expect(now).toEqual({ ...account, sealed: 'others', version: 2 });
  expect(await found(messageId)).toMatchObject({ state: 'accepted', routes: ['websms', 'smsapi'] });
  expect(cloud.troubles).toEqual([]);
  expect(cloud.callJobs).toEqual([{ type: 'call', tenantId, provider: 'websms', messageIds: [] }]);
});

describe('a delivery report', () => {
  const callId = (messageId: string, attempt = 1) => `${messageId.slice(4)}x${attempt}`;

  it('B3 never takes a state back, whatever comes twice, late or before the answer', async () => {
    const { message, work, found, report } = twoProviders(() => SUBMITTED);
    const { messageId } = message();
    await work('websms');
    for (const state of ['delivered', 'submitted', 'delivered', 'undelivered'] as const)
      await report(callId(messageId), state);
    const { state, timeline } = await found(messageId);
    expect(state).toBe('delivered');
    expect(timeline.filter(({ event }) => event === 'delivered')).toHaveLength(1);
  });

  it('B1 proves what was unconfirmed', async () => {
    const { message, work, found, report, cloud } = twoProviders(() => ({
      ...{ kind: 'unclear', reason: 'answer-missing', code: '-' },
    }));
    const { messageId } = message();
    await work('websms');
    expect((await found(messageId)).state).toBe('unconfirmed');
    await report(callId(messageId), 'delivered');
    expect((await found(messageId)).state).toBe('delivered');
    expect(cloud.wallet).toMatchObject({ reserved: 0, consumed: 1 });
  });

  it('B1 proves a message that the provider had seemed to refuse, which is then sent by nobody else', async () => {
    const { message, both, work, found, report, smsapi } = twoProviders(() => refusal(true));
    const { messageId } = message({ routes: both });
    await work('websms');
    await report(callId(messageId), 'submitted');
    await work('smsapi');
    expect((await found(messageId)).state).toBe('submitted');
    expect(smsapi.log).toEqual([]);
  });

  it('of an attempt that was made anew by another route raises an alarm', async () => {
    const { message, both, work, report, cloud } = twoProviders(() => refusal(true));
    const { messageId } = message({ routes: both });
    await work('websms');
    await work('smsapi');
    await report(callId(messageId), 'delivered');
    expect(cloud.troubles).toContain('stray event');
  });

  it('of nobody’s message is told and changes nothing', async () => {
    const { report, cloud } = twoProviders(() => SUBMITTED);
    await report('nonsense', 'delivered');
    await report(`${'0'.repeat(26)}x1`, 'delivered');
    expect(cloud.troubles).toEqual(['stray report', 'stray report']);
  });
});
