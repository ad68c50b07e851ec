import { describe, expect, it } from 'vitest';
import type { AttemptEvent, Downlink } from '../../../contract/edge.ts';
import { BoxHealthRepository } from '../../../functions/adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../../../functions/adapters/dynamodb/box-repository.ts';
import { InboundRepository } from '../../../functions/adapters/dynamodb/inbound-repository.ts';
import { MessageRepository } from '../../../functions/adapters/dynamodb/message-repository.ts';
import { TenantSwitch } from '../../../functions/adapters/dynamodb/tenant-switch.ts';
import { WalletRepository } from '../../../functions/adapters/dynamodb/wallet-repository.ts';
import { WorkQueueRepository } from '../../../functions/adapters/dynamodb/work-queue-repository.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { cancelMessage } from '../../../functions/domain/messaging/cancel-message.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { claim } from '../../../functions/domain/messaging/hand-over.ts';
import type { Message } from '../../../functions/domain/messaging/model.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { meter } from '../../support/write-units.ts';

const { table, client } = useTable();
const counted = meter(client);
const messages = new MessageRepository(table);
const wallets = new WalletRepository(table);
const workQueue = new WorkQueueRepository(table);
const boxes = new BoxRepository(table);
const weekAgo = new Date('2026-11-14T10:00:00.000Z');
/** Races are run so often; each is a few milliseconds. */
const ROUNDS = 10;

async function setUp() {
  const tenantId = newId('ten');
  let now = new Date('2026-11-21T10:00:00.000Z');
  await wallets.grant({ tenantId, grantId: 'test', credits: 10, at: now });
  const message = acceptedMessage({ tenantId });
  const { messageId } = message;
  const request = { route: 'messages', key: messageId, asked: {}, answer: {}, now };
  await messages.accept(message, request);
  const box = readyBox({ tenantId });
  await boxes.add(box);
  const sent: Downlink[] = [];
  const cloud = {
    messages,
    boxes,
    healths: new BoxHealthRepository(table),
    workQueue,
    inbound: new InboundRepository(table),
    stopSwitch: new TenantSwitch(table),
    trouble: (what: string) => {
      throw new Error(what);
    },
    downlinks: { send: async (_: unknown, downlink: Downlink) => void sent.push(downlink) },
    hurry: { push: async () => {} },
    clock: { now: () => now },
    newId,
    hintLost: () => {},
    onStray: () => {},
  };
  const found = async (): Promise<Message> => {
    const there = await messages.find(tenantId, messageId);
    if (!there) throw new Error('the message is gone');
    return there;
  };
  return {
    tenantId,
    box,
    sent,
    found,
    attempt: (type: 'received' | 'revoked') => ({ type, attemptId: `${messageId}.1`, at: now.toISOString() }) as const,
    claim: async () => claim(cloud, await found(), box),
    handOver: () => dispatch(cloud, [{ type: 'message', tenantId, messageId }]),
    cancel: () => cancelMessage(cloud, tenantId, messageId, 'emp_1'),
    sweep: () => sweepTenant(cloud, tenantId),
    boxSays: (...events: AttemptEvent[]) => applyEdgeEvents(cloud, box, box.journalId, events),
    balance: () => wallets.balance(tenantId),
    lane: () => workQueue.laneHead(tenantId, weekAgo, 10),
    wait: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}

describe('a cancelled message', () => {
  it('leaves its lane with its credits, in one conditional write', async () => {
    const { cancel, found, balance, lane } = await setUp();
    counted.read();
    await cancel();
    expect(counted.read().calls).toEqual({ GetItemCommand: 1, TransactWriteItemsCommand: 1 });
    expect((await found()).state).toBe('cancelled');
    expect(await balance()).toEqual({ granted: 10, available: 10, reserved: 0, consumed: 0 });
    expect(await lane()).toEqual([]);
  });

  it('is asked back by the next sweep, and ever more rarely, until the box answers', async () => {
    const { box, sent, attempt, claim, cancel, sweep, boxSays, found, balance, wait } = await setUp();
    await claim();
    await cancel();
    expect(await found()).toMatchObject({ state: 'handed-over', withdrawal: { to: 'cancelled' } });
    const asked = () => sent.filter(({ type }) => type === 'revoke').length;
    const counts: number[] = [];
    for (const minutes of [1, 1, 2, 2, 3]) {
      wait(minutes);
      await sweep();
      counts.push(asked());
    }
    expect(counts).toEqual([1, 1, 2, 2, 3]);
    expect(sent.filter(({ type }) => type === 'attempts')).toEqual([]);
    expect(sent.at(-1)).toEqual({
      type: 'revoke',
      journalId: box.journalId,
      attempts: [{ attemptId: attempt('revoked').attemptId, notAfter: (await found()).expiresAt }],
    });
    await boxSays(attempt('received'), attempt('revoked'));
    expect(await found()).toMatchObject({ state: 'cancelled' });
    expect((await found()).withdrawal).toBeUndefined();
    expect(await balance()).toEqual({ granted: 10, available: 10, reserved: 0, consumed: 0 });
    expect(await workQueue.loadOf(box, 10)).toBe(0);
  });

  it('costs at most 36 write units from its acceptance to its end', async () => {
    counted.read();
    const { attempt, handOver, cancel, sweep, boxSays, wait } = await setUp();
    await handOver();
    await boxSays(attempt('received'));
    await cancel();
    wait(1);
    await sweep();
    await boxSays(attempt('revoked'));
    // In it are the writes that make the tenant: its grant, wallet and box.
    expect(counted.read().units).toBeLessThanOrEqual(36);
  });
});

describe('a cancel that meets', () => {
  it('a claim: the message is cancelled, or the box is asked for it; never both, never neither', async () => {
    const ends: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { claim, cancel, found, balance } = await setUp();
      const [claimed] = await Promise.all([claim(), cancel()]);
      const { state, withdrawal } = await found();
      ends.push(state);
      if (claimed) expect({ state, withdrawal }).toEqual({ state: 'handed-over', withdrawal: { to: 'cancelled' } });
      else expect(state).toBe('cancelled');
      expect((await balance()).reserved).toBe(claimed ? 1 : 0);
    }
    expect(ends).toHaveLength(ROUNDS);
  });

  it('B1 the news that it was submitted: that is what counts, and is paid for once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { attempt, claim, cancel, boxSays, found, balance } = await setUp();
      await claim();
      const submitted = { ...attempt('received'), type: 'submitted', parts: 1, partsSubmitted: 1 } as const;
      const refused = await Promise.all([cancel().catch((error: { code: string }) => error.code), boxSays(submitted)]);
      const { state, withdrawal, timeline } = await found();
      expect({ state, withdrawal }).toEqual({ state: 'submitted' });
      const tooLate = timeline.some(({ event }) => event === 'cancel-requested');
      expect(refused[0]).toBe(tooLate ? undefined : 'message-not-cancellable');
      expect(await balance()).toEqual({ granted: 10, available: 9, reserved: 0, consumed: 1 });
    }
  });

  it('another cancel, and the answer of the box to it, which comes twice: the credits come back once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { attempt, claim, cancel, boxSays, found, balance } = await setUp();
      await claim();
      await cancel();
      await Promise.all([cancel(), boxSays(attempt('revoked')), boxSays(attempt('revoked'))]);
      expect((await found()).timeline.filter(({ event }) => event === 'cancelled')).toHaveLength(1);
      expect(await balance()).toEqual({ granted: 10, available: 10, reserved: 0, consumed: 0 });
    }
  });
});
