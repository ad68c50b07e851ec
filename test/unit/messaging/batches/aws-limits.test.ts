import { expect, it } from 'vitest';
import { derivedId } from '../../../../functions/adapters/crypto/derived-id.ts';
import { BatchWorkRepository } from '../../../../functions/adapters/dynamodb/batch-work-repository.ts';
import { MessageRepository } from '../../../../functions/adapters/dynamodb/message-repository.ts';
import { conflictPause } from '../../../../functions/adapters/dynamodb/retry.ts';
import { Table } from '../../../../functions/adapters/dynamodb/table.ts';
import { WalletRepository } from '../../../../functions/adapters/dynamodb/wallet-repository.ts';
import { phoneNumbers } from '../../../../functions/adapters/phone-numbers/phone-numbers.ts';
import { acceptBatch } from '../../../../functions/domain/messaging/batches/accept-batch.ts';
import { stopBatch } from '../../../../functions/domain/messaging/batches/stop-batch.ts';
import { workOnBatch } from '../../../../functions/domain/messaging/batches/work-on-batch.ts';
import { addBatch, madeBatch } from '../../../support/batches/made-batch.ts';
import { rowsUpTo } from '../../../support/batches/worker.ts';
import { seededRandom } from '../../../support/crash/random.ts';
import { newId } from '../../../support/messages.ts';
import { OFFERED_SMS } from '../../../support/offered-sms.ts';
import { SimulatedDynamoDb } from '../../../support/simulated-dynamodb/client.ts';
import { VirtualTime } from '../../../support/simulated-dynamodb/virtual-time.ts';

const RECIPIENTS = 1_200;
const tenantId = 'ten_01K9DEM0000000000000000000';

/** A batch on a table with AWS's limits, whose worker waits for nothing but the table and its own pace. */
function batchAtAwsLimits(text: string) {
  const time = new VirtualTime();
  const simulated = new SimulatedDynamoDb(time);
  const random = seededRandom(20261122);
  const pause = (round: number) => time.sleep(conflictPause(round, random()));
  const table = new Table({ client: simulated.client, tableName: 'simulated', pause });
  const start = Date.parse('2026-11-22T10:00:00.000Z');
  const clock = { now: () => new Date(start + time.now) };
  const batches = new BatchWorkRepository(table, clock);
  const wallets = new WalletRepository(table);
  const tenant = {
    ...{ tenantId, slug: 'west', name: 'West', country: 'NL', language: 'nl', pricePer: 'message' as const },
    ...{ walletShards: 1, sendingStopped: false, ...OFFERED_SMS },
  };
  const nothing = { find: async () => undefined };
  const nowhere = { push: async () => {} };
  const deps = {
    ...{ batches, batchHurry: nowhere, hurry: nowhere, messages: new MessageRepository(table), wallets },
    ...{ clock, newId, derivedId, random, numbers: phoneNumbers, hintLost: () => {} },
    sources: { read: (batch: Parameters<typeof rowsUpTo>[1]) => rowsUpTo(RECIPIENTS, batch) },
    tenants: { find: async () => tenant as never },
    mobilePrefixes: { find: async () => ({ prefixes: [], version: 0 }) },
    ...{ boxes: nothing, healths: nothing, records: nothing, templates: nothing, choices: nothing, accounts: nothing },
    wait: (milliseconds: number) => time.sleep(milliseconds),
  };
  const made = madeBatch(tenantId, {
    createdAt: clock.now().toISOString(),
    wanted: { text, priority: 'low', duplicates: 'skip' },
  });
  const { batchId } = made;
  const actor = { tenantId, id: newId('emp'), name: 'Anna', requestId: 'req-1', address: '192.0.2.1' };
  /** To its end, by the seconds that it took. */
  async function run<T>(act: () => Promise<T>): Promise<{ result: T; seconds: number }> {
    const from = time.now;
    const done = act();
    await time.run();
    return { result: await done, seconds: (time.now - from) / 1000 };
  }
  /** Rounds until nothing is left to do. */
  async function work() {
    for (;;) {
      await workOnBatch(deps, { tenantId, batchId });
      const batch = await batches.find(tenantId, batchId);
      if (!batch || !['preparing', 'starting', 'stopping'].includes(batch.state)) return batch;
    }
  }
  return {
    ...{ simulated, run, work },
    async add() {
      const at = made.createdAt;
      const grant = { kind: 'grant', bookingId: 'load', reason: 'Test', by: 'operator', tenantId, at } as const;
      await wallets.give({ ...grant, credits: RECIPIENTS }, 1, []);
      await addBatch(batches, made);
    },
    accept: () => acceptBatch(deps, { ...actor, walletShards: 1, sendingStopped: false }, batchId),
    stop: () => stopBatch(deps, actor, batchId),
    counts: () => batches.counts(tenantId, batchId),
    balance: () => wallets.shards(tenantId, 1),
  };
}

it.each([
  ['short', 'Tot morgen', 800],
  ['long', 'Tot morgen, '.repeat(80), 400],
])(
  'E3-4 a batch of %s texts is prepared, started and cancelled within what AWS’s partitions and items take',
  async (_, text, rowsPerSecond) => {
    const { simulated, run, work, add, accept, stop, counts, balance } = batchAtAwsLimits(text);
    await run(add);
    const prepared = await run(work);
    expect(prepared.result).toMatchObject({ state: 'prepared', tally: { recipients: RECIPIENTS } });
    expect(RECIPIENTS / prepared.seconds).toBeGreaterThan(rowsPerSecond * 0.9);
    expect(simulated.mostUnits(/^table .*#bat_/)).toBeLessThanOrEqual(1000);
    await run(accept);
    expect((await run(work)).result).toMatchObject({ state: 'sending', started: { messages: RECIPIENTS } });
    await run(stop);
    const cancelled = await run(work);
    expect(cancelled.result).toMatchObject({ state: 'stopped' });
    expect(RECIPIENTS / cancelled.seconds).toBeGreaterThan(300);
    expect((await run(counts)).result).toMatchObject({ cancelled: RECIPIENTS });
    expect((await run(balance)).result).toMatchObject([{ available: RECIPIENTS, reserved: 0 }]);
    expect(simulated.counts).toMatchObject({ conflicts: 0, throttled: 0 });
  },
  60_000,
);
