import { expect, it } from 'vitest';
import { MessageRepository } from '../../../functions/adapters/dynamodb/message-repository.ts';
import { conflictPause } from '../../../functions/adapters/dynamodb/retry.ts';
import { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { WalletRepository } from '../../../functions/adapters/dynamodb/wallet-repository.ts';
import { phoneNumbers } from '../../../functions/adapters/phone-numbers/phone-numbers.ts';
import { balanceOver } from '../../../functions/domain/credits/model.ts';
import { acceptMessage, type MessageSender } from '../../../functions/domain/messaging/accept-message.ts';
import { DomainError } from '../../../functions/domain/shared/domain-error.ts';
import { seededRandom } from '../../support/crash/random.ts';
import { newId } from '../../support/messages.ts';
import { OFFERED_SMS } from '../../support/offered-sms.ts';
import { SimulatedDynamoDb } from '../../support/simulated-dynamodb/client.ts';
import { VirtualTime } from '../../support/simulated-dynamodb/virtual-time.ts';

const SEED = Number(process.env['HERAUT_SEED'] ?? 20261122);
const tenantId = 'ten_01K9DEM0000000000000000000';

interface Load {
  readonly shards: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly credits: number;
}

/** Messages that come by chance, so many a second, each asked for again with its key when the answer is 503. */
async function underLoad({ shards, perSecond, seconds, credits }: Load) {
  const time = new VirtualTime();
  const simulated = new SimulatedDynamoDb(time);
  const random = seededRandom(SEED);
  const pause = (round: number) => time.sleep(conflictPause(round, random()));
  const table = new Table({ client: simulated.client, tableName: 'simulated', pause });
  const wallets = new WalletRepository(table);
  const start = Date.parse('2026-11-22T10:00:00.000Z');
  const accept = {
    ...{ messages: new MessageRepository(table), wallets, random, newId, numbers: phoneNumbers },
    boxes: { find: async () => undefined },
    mobilePrefixes: { find: async () => ({ prefixes: [], version: 0 }) },
    healths: { find: async () => undefined },
    records: { find: async () => undefined },
    templates: { find: async () => undefined },
    choices: { find: async () => undefined },
    refusedNumbers: { add: async () => {} },
    accounts: { find: async () => undefined },
    hurry: { push: async () => {} },
    clock: { now: () => new Date(start + time.now) },
    hintLost: () => {},
  };
  const rights: MessageSender = {
    ...{ tenantId, id: 'tok_1', country: 'NL', pricePer: 'message' as const, walletShards: shards },
    sendingStopped: false,
    messaging: OFFERED_SMS.messaging,
    ...{ name: 'West', by: 'Anna', permissions: new Set<never>() },
  };
  const told = { accepted: [] as string[], refused: 0, unavailable: 0, waits: [] as number[] };
  const ask = async (key: string) => {
    const from = time.now;
    for (;;) {
      try {
        const { id } = await acceptMessage(accept, rights, { to: '+31612345678', text: 'Goedemorgen' }, key);
        told.accepted.push(id);
        told.waits.push(time.now - from);
        return;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'insufficient-credit') {
          told.refused += 1;
          return;
        }
        told.unavailable += 1;
        await time.sleep(1000);
      }
    }
  };
  const grant = { kind: 'grant', bookingId: 'load', reason: 'Test', by: 'operator' } as const;
  const granted = wallets.give({ ...grant, tenantId, credits, at: new Date(start).toISOString() }, shards, []);
  const asked: Promise<unknown>[] = [granted];
  let at = 100;
  for (let index = 0; index < perSecond * seconds; index += 1) {
    at += (-Math.log(1 - random()) * 1000) / perSecond;
    time.at(at, () => void asked.push(ask(`key-${index}`)));
  }
  await time.run();
  await Promise.all(asked);
  const all = wallets.shards(tenantId, shards);
  await time.run();
  const balance = balanceOver(await all);
  const stored = [...simulated.items.values()].filter(({ type }) => type === 'message').length;
  const wait = told.waits.toSorted((a, b) => a - b)[Math.floor(told.waits.length * 0.95)] ?? Number.NaN;
  return { ...told, balance, stored, wait, counts: simulated.counts };
}

it('takes 500 messages a second on sixteen shards: none lost, none refused, none twice', async () => {
  const { accepted, refused, unavailable, balance, stored, wait, counts } = await underLoad({
    ...{ shards: 16, perSecond: 500, seconds: 6, credits: 10_000 },
  });
  expect(wait).toBeLessThan(1000);
  expect({ refused, unavailable, throttled: counts.throttled }).toEqual({ refused: 0, unavailable: 0, throttled: 0 });
  expect(new Set(accepted).size).toBe(3000);
  expect(stored).toBe(3000);
  expect(balance).toEqual({ granted: 10_000, available: 7000, reserved: 3000, consumed: 0 });
});

it('spends the last credit before it refuses, though the credits lie on sixteen shards', async () => {
  const { accepted, refused, balance, stored } = await underLoad({
    ...{ shards: 16, perSecond: 500, seconds: 2, credits: 700 },
  });
  expect({ accepted: accepted.length, refused, stored }).toEqual({ accepted: 700, refused: 300, stored: 700 });
  expect(balance).toEqual({ granted: 700, available: 0, reserved: 700, consumed: 0 });
});

it('takes 50 a second on one shard, and is short of it at 500: messages are answered 503, and still none is lost', async () => {
  const calm = await underLoad({ shards: 1, perSecond: 50, seconds: 6, credits: 10_000 });
  expect({ stored: calm.stored, refused: calm.refused }).toEqual({ stored: 300, refused: 0 });
  expect(calm.unavailable).toBeLessThan(3);

  const storm = await underLoad({ shards: 1, perSecond: 500, seconds: 2, credits: 10_000 });
  expect(storm.unavailable).toBeGreaterThan(100);
  expect({ stored: storm.stored, refused: storm.refused }).toEqual({ stored: 1000, refused: 0 });
  expect(storm.balance).toEqual({ granted: 10_000, available: 9000, reserved: 1000, consumed: 0 });
});
