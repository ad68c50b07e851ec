import { describe, expect, it } from 'vitest';
import type { Language } from '../../../contract/catalogues/index.ts';
import type { Mail } from '../../../functions/domain/mail/ports.ts';
import { deliver } from '../../../functions/domain/webhooks/deliver.ts';
import { mailSwitchedOff } from '../../../functions/domain/webhooks/mail-switched-off.ts';
import { switchedOffTexts } from '../../../functions/domain/webhooks/mail-texts.ts';
import { RETRY_DELAYS, type Webhook } from '../../../functions/domain/webhooks/model.ts';
import type { Posted } from '../../../functions/domain/webhooks/ports.ts';
import { memoryMailDuties } from '../../support/memory-mail-duties.ts';
import { memoryWebhooks, webhookOf } from '../../support/memory-webhooks.ts';
import { newId } from '../../support/messages.ts';
import { heldDelivery } from '../../support/webhooks.ts';

const HOUR = 3_600_000;
const START = new Date('2026-11-22T08:00:00Z');

/** One webhook and one delivery, and a clock that a test moves. */
function setUp(answer: () => Posted | Promise<Posted>, language: Language = 'en') {
  let now = START;
  const { webhooks, deliveries, put, putDelivery, webhookNow, deliveriesOf } = memoryWebhooks();
  const webhook = webhookOf(newId('ten'), START);
  const delivery = heldDelivery(webhook, { state: 'pending', nextTryAt: START.toISOString() });
  put(webhook);
  putDelivery(delivery);
  const { duties, told } = memoryMailDuties(webhook.tenantId);
  const tries: { at: Date; headers: Readonly<Record<string, string>> }[] = [];
  const mails: Mail[] = [];
  const deps = {
    ...{ webhooks, deliveries },
    sealer: { open: async (_: string, __: string, sealed: string) => `opened ${sealed}` },
    signatures: { sign: (secret: string) => `v1,${secret}` },
    async post(_: string, headers: Readonly<Record<string, string>>) {
      tries.push({ at: now, headers });
      return answer();
    },
    letters: {
      letter: async () => ({ agency: 'West', language, from: { name: 'West', address: 'info@west.example' } }),
    },
    mailer: {
      async send(mail: Mail) {
        mails.push(mail);
        return 'sent' as const;
      },
    },
    mailFailed: () => {},
    mailGivenUp: () => {},
    clock: { now: () => now },
    newId,
  };
  return {
    ...{ tries, mails },
    /** One look, and what follows from a webhook that it switched off. */
    async work() {
      await deliver(deps, delivery);
      const now = webhookNow(webhook);
      if (now.switchedOff) await mailSwitchedOff({ ...deps, duties }, now, told(now.switchedOff.at));
    },
    seen: () => ({ webhook: webhookNow(webhook), delivery: deliveriesOf(webhook)[0] ?? delivery }),
    wait: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    /** what the table holds of the webhook */
    set: (change: Partial<Webhook>) => put({ ...webhookNow(webhook), ...change }),
    /** another delivery of the webhook does */
    succeed: () => webhooks.note(webhookNow(webhook), 'well'),
  };
}

const answered = (status: number) => (): Posted => ({ kind: 'answered', status });
const silent = (): Posted => ({ kind: 'fault', fault: 'no-answer-in-time' });

describe('a delivery', () => {
  it('B6 is tried eleven times over three days, further apart each time, and no more', async () => {
    const { work, wait, tries, seen } = setUp(answered(500));
    for (let minutes = 0; minutes < 4 * 24 * 60; minutes++) {
      await work();
      wait(60_000);
    }
    const gaps = tries.slice(1).map(({ at }, place) => at.getTime() - (tries[place]?.at.getTime() ?? 0));
    // Its webhook is switched off before the last one.
    expect(gaps).toEqual(RETRY_DELAYS.slice(0, gaps.length));
    expect(gaps.length).toBeGreaterThanOrEqual(9);
    expect(seen().delivery.state).not.toBe('pending');
    expect(RETRY_DELAYS.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(72 * HOUR);
  });

  it('ends as failed after its last try, where others came through meanwhile', async () => {
    const { work, wait, set, tries, seen } = setUp(answered(500));
    for (let hours = 0; hours < 5 * 24; hours++) {
      await work();
      set({ failingSince: new Date(START.getTime() + hours * HOUR).toISOString() });
      wait(HOUR);
    }
    expect(tries).toHaveLength(RETRY_DELAYS.length + 1);
    expect(seen()).toMatchObject({ delivery: { state: 'failed', lastStatus: 500 } });
    expect(seen().webhook.switchedOff).toBeUndefined();
  });

  it('is made by one of several at once', async () => {
    const { work, tries } = setUp(answered(204));
    await Promise.all([work(), work(), work()]);
    expect(tries).toHaveLength(1);
  });

  it('is tried again by another when the process died that had taken it', async () => {
    const { work, wait, tries, seen } = setUp(() => {
      throw new Error('the process is gone');
    });
    await expect(work()).rejects.toThrow('gone');
    await work();
    expect(tries).toHaveLength(1);
    wait(60_001);
    await expect(work()).rejects.toThrow('gone');
    const [first, second] = tries;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(seen().delivery.attempts).toBe(2);
  });

  it('is signed by the secret before, too, and only until its time is over', async () => {
    const { work, wait, set, tries } = setUp(answered(500));
    set({ earlierSecret: { sealed: 'earlier', until: new Date(START.getTime() + 30_000).toISOString() } });
    await work();
    wait(60_000);
    await work();
    expect(tries.map(({ headers }) => headers['webhook-signature'])).toEqual([
      'v1,opened sealed v1,opened earlier',
      'v1,opened sealed',
    ]);
  });
});

describe('a webhook', () => {
  it('B6 of which nothing came through for three days is switched off, and whom it names is mailed once', async () => {
    const { work, wait, set, mails, seen } = setUp(answered(503));
    await work();
    set({ failingSince: new Date(START.getTime() - 72 * HOUR).toISOString() });
    wait(60_000);
    await work();
    expect(seen().webhook.switchedOff).toMatchObject({ reason: 'failing' });
    wait(HOUR);
    await work();
    expect(seen().delivery.state).toBe('held');
    expect(mails).toMatchObject([{ to: 'it@west.example', subject: 'A webhook of West was switched off' }]);
    expect(mails[0]?.text).toContain('planning.example');
    expect(mails[0]?.text).not.toContain('hidden');
  });

  it('that answers 410 is switched off at once', async () => {
    const { work, seen, mails } = setUp(answered(410), 'nl');
    await work();
    expect(seen().webhook.switchedOff).toMatchObject({ reason: 'gone' });
    expect(mails[0]?.text).toContain(switchedOffTexts.nl.reason.gone);
  });

  it('that does not answer is left alone for a minute, and is well again after a success', async () => {
    let answer: () => Posted = silent;
    const { work, wait, tries, seen, set } = setUp(() => answer());
    await work();
    expect(seen().webhook).toMatchObject({ failingSince: START.toISOString(), restsUntil: expect.any(String) });
    set({ restsUntil: new Date(START.getTime() + 120_000).toISOString() });
    wait(60_000);
    await work();
    expect(tries).toHaveLength(1);
    answer = answered(200);
    wait(60_001);
    await work();
    expect(tries).toHaveLength(2);
    expect(seen().delivery.state).toBe('delivered');
    expect(seen().webhook.failingSince).toBeUndefined();
  });

  it('B6 is not switched off by a try that ends after another one succeeded, and fails since that try alone', async () => {
    const ago = (hours: number) => new Date(START.getTime() - hours * HOUR).toISOString();
    let hasSucceeded = true;
    const { work, wait, set, succeed, seen, mails } = setUp(async () => {
      if (hasSucceeded) await succeed();
      return silent();
    });
    set({ failingSince: ago(71) });
    await work();
    expect(seen().webhook.failingSince).toBe(START.toISOString());
    set({ failingSince: ago(73) });
    wait(61_000);
    await work();
    expect(seen().delivery.attempts).toBe(2);
    expect(seen().webhook.switchedOff).toBeUndefined();
    expect(mails).toEqual([]);
    hasSucceeded = false;
    set({ failingSince: ago(73) });
    wait(10 * 60_000);
    await work();
    expect(seen().webhook.switchedOff).toMatchObject({ reason: 'failing' });
  });
});
