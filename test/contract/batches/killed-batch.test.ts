import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { derivedId } from '../../../functions/adapters/crypto/derived-id.ts';
import { acceptBatch } from '../../../functions/domain/messaging/batches/accept-batch.ts';
import { messageIdFor } from '../../../functions/domain/messaging/batches/start-batch.ts';
import { accessOn, makeAgency } from '../../support/agency.ts';
import { dyingBatches, Killed } from '../../support/batches/dying-batches.ts';
import { addBatch, madeBatch } from '../../support/batches/made-batch.ts';
import { batchesOn, numberOf, workOff } from '../../support/batches/worker.ts';
import { bringMessage } from '../../support/brought-message.ts';
import { loadFunctions } from '../../support/functions.ts';
import { newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { walletsOn } from '../../support/wallet.ts';

const RECIPIENTS = 500;
const { table, name, client } = useTable();
const wallets = walletsOn(table);
beforeAll(async () => {
  await loadFunctions(name);
});

/** Every message of an agency, as the table has it. */
async function messagesOf(tenantId: string) {
  const found: Record<string, unknown>[] = [];
  let ExclusiveStartKey: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        ...{ TableName: name, IndexName: 'byTenant', KeyConditionExpression: 'tenantId = :tenant' },
        ExpressionAttributeValues: { ':tenant': { S: tenantId } },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    found.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found.filter(({ messageId }) => String(messageId).startsWith('msg_'));
}

it('B1 E3-4 500 recipients, with a kill before and after each step: the exact set, once, none reset, and the credits agree', async () => {
  const { tenant } = await makeAgency(accessOn(table));
  const { tenantId } = tenant;
  await wallets.grant({ tenantId, grantId: 'test', credits: RECIPIENTS + 10, at: new Date() });
  let kills = 0;
  const sound = batchesOn(table);
  const batches = dyingBatches(sound, () => {
    kills += 1;
  });
  const made = madeBatch(tenantId);
  const { batchId } = made;
  await addBatch(sound, made);

  await workOff(batches, made, RECIPIENTS);
  const ofReading = kills;
  expect(await sound.find(tenantId, batchId)).toMatchObject({ state: 'prepared', tally: { recipients: RECIPIENTS } });

  const actor = { tenantId, id: newId('emp'), requestId: 'req-1', address: '192.0.2.1' };
  const accept = () =>
    acceptBatch(
      {
        ...{ batches, batchHurry: { push: async () => {} }, clock: { now: () => new Date() }, newId },
        ...{ wallets: wallets.repository, random: () => 0, hintLost: () => {} },
      },
      { ...actor, name: 'Anna', walletShards: 1, sendingStopped: false },
      batchId,
    );
  await expect(accept()).rejects.toThrow(Killed);
  await expect(accept()).rejects.toThrow(Killed);
  const accepted = await accept();
  expect(await wallets.balance(tenantId)).toMatchObject({ available: 10, reserved: RECIPIENTS });

  // What has gone on its way before a kill stays where it is.
  const first = messageIdFor(derivedId, accepted, 1);
  const going = dyingBatches(
    new Proxy(sound, {
      get(target, member) {
        if (member !== 'start') {
          const value = Reflect.get(target, member);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async (...args: Parameters<typeof sound.start>) => {
          const started = await target.start(...args);
          if (started && args[0].started.messages === 0) await bringMessage(table, tenantId, first, 'submitted');
          return started;
        };
      },
    }),
    () => {
      kills += 1;
    },
  );
  await workOff(going, accepted, RECIPIENTS);
  // Ten transactions and the end of the batch; five hundreds of rows that are claimed, kept and counted, and the end of reading.
  expect([ofReading, kills - ofReading]).toEqual([2 * (5 * 3 + 1), 2 + 2 * (10 + 1)]);

  const ids = (await messagesOf(tenantId)).map(({ messageId }) => String(messageId));
  const messages = await sound.messages(tenantId, ids.slice(0, 100));
  expect(messages.size).toBe(100);
  const all = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 100)
    for (const [id, { to }] of await sound.messages(tenantId, ids.slice(from, from + 100))) all.set(id, to);
  expect(ids).toHaveLength(RECIPIENTS);
  expect([...all.values()].toSorted()).toEqual(Array.from({ length: RECIPIENTS }, (_, index) => numberOf(index + 1)));
  expect((await sound.messages(tenantId, [first])).get(first)?.state).toBe('submitted');
  expect(await sound.find(tenantId, batchId)).toMatchObject({
    state: 'sending',
    started: { messages: RECIPIENTS, credits: RECIPIENTS },
  });
  expect(await wallets.balance(tenantId)).toMatchObject({ available: 10, reserved: RECIPIENTS - 1, consumed: 1 });
  expect(await sound.counts(tenantId, batchId)).toMatchObject({ submitted: 1, failed: 0, cancelled: 0 });
}, 180_000);
