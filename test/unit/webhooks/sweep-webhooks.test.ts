import { describe, expect, it } from 'vitest';
import type { WebhookJob } from '../../../contract/jobs.ts';
import { deliver } from '../../../functions/domain/webhooks/deliver.ts';
import { RESTS_FOR } from '../../../functions/domain/webhooks/model.ts';
import { SWEEP_LIMIT, sweepWebhooks } from '../../../functions/domain/webhooks/sweep-webhooks.ts';
import { memoryWebhooks, webhookOf } from '../../support/memory-webhooks.ts';
import { newId } from '../../support/messages.ts';
import { heldDelivery } from '../../support/webhooks.ts';

const START = new Date('2026-11-22T08:00:00Z');
const MINUTE = 60_000;
const ALIVE = 'https://alive.example/in';

/** An agency with a webhook whose receiver is down, and one whose receiver answers. */
function agency() {
  let now = START;
  const memory = memoryWebhooks();
  const tenantId = newId('ten');
  const dead = webhookOf(tenantId, START);
  const alive = webhookOf(tenantId, START, { url: ALIVE });
  const other = webhookOf(newId('ten'), START);
  for (const one of [dead, alive, other]) memory.put(one);
  const replays: WebhookJob[] = [];
  const tried: string[] = [];
  const deps = {
    ...memory,
    replays: { due: async () => replays },
    sealer: { open: async () => 'opened' },
    signatures: { sign: () => 'signed' },
    async post(url: string) {
      tried.push(url);
      return url === ALIVE
        ? ({ kind: 'answered', status: 204 } as const)
        : ({ kind: 'fault', fault: 'no-answer-in-time' } as const);
    },
    letters: { letter: async () => undefined },
    mailer: { send: async () => 'sent' as const },
    mailFailed: () => {},
    mailGivenUp: () => {},
    clock: { now: () => now },
    newId,
  };
  const add = (webhook: typeof dead, count: number, before = 0) => {
    const nextTryAt = new Date(START.getTime() - before).toISOString();
    for (let one = 0; one < count; one++)
      memory.putDelivery(heldDelivery(webhook, { state: 'pending', nextTryAt, eventId: newId('evt') }));
  };
  return {
    ...{ ...memory, tenantId, dead, alive, other, replays, tried, add },
    /** One minute: what the sweep has the sender look at. */
    async minute(): Promise<WebhookJob[]> {
      now = new Date(now.getTime() + MINUTE);
      const pushed: WebhookJob[] = [];
      const hurry = { push: async (jobs: readonly WebhookJob[]) => void pushed.push(...jobs) };
      await sweepWebhooks({ ...deps, hurry }, tenantId);
      for (const { id: eventId, ...key } of pushed) await deliver(deps, { ...key, eventId });
      return pushed;
    },
  };
}

describe('the minute’s sweep of webhooks', () => {
  it('B6 tells a receiver that answers, however much waits for one that is down', async () => {
    const { add, dead, alive, minute, deliveriesOf, tried } = agency();
    add(dead, 3 * SWEEP_LIMIT, 60 * MINUTE);
    add(alive, 20);
    expect((await minute()).length).toBe(SWEEP_LIMIT);
    expect(deliveriesOf(alive).every(({ state, attempts }) => state === 'delivered' && attempts === 1)).toBe(true);
    // The first that gave no answer lets it rest, and the others are as they were.
    expect(tried.filter((url) => url !== ALIVE)).toHaveLength(1);
    expect(deliveriesOf(dead).every(({ state }) => state === 'pending')).toBe(true);
  });

  it('leaves out a webhook while it rests, and takes it up again then', async () => {
    const { add, dead, minute, put, webhookNow, deliveriesOf } = agency();
    add(dead, 2);
    const restsUntil = new Date(START.getTime() + MINUTE + RESTS_FOR).toISOString();
    put({ ...dead, restsUntil });
    expect(await minute()).toEqual([]);
    expect(await minute()).toHaveLength(2);
    expect(deliveriesOf(dead).map(({ attempts }) => attempts)).toEqual([1, 0]);
    expect(webhookNow(dead).failingSince).toBeDefined();
  });

  it('has what waits for a webhook that is off held, out of the way of what is tried', async () => {
    const { add, dead, alive, minute, put, deliveriesOf, tried } = agency();
    put({ ...dead, enabled: false });
    add(dead, SWEEP_LIMIT + 1, 60 * MINUTE);
    add(alive, 1);
    await minute();
    expect(deliveriesOf(alive)[0]?.state).toBe('delivered');
    await minute();
    expect(new Set(deliveriesOf(dead).map(({ state }) => state))).toEqual(new Set(['held']));
    expect(tried).toEqual([ALIVE]);
  });

  it('goes on with replays, however much waits for their receiver, and touches no other agency', async () => {
    const { add, dead, other, minute, replays, tenantId, deliveriesOf } = agency();
    add(dead, SWEEP_LIMIT, 60 * MINUTE);
    add(other, 1);
    const replay = { tenantId, webhookId: dead.webhookId, id: newId('rpl') };
    replays.push(replay);
    expect(await minute()).toContainEqual(replay);
    expect(deliveriesOf(other)[0]?.attempts).toBe(0);
  });
});
