import { setTimeout as delay } from 'node:timers/promises';
import { ulid } from 'ulid';
import { dynamoDbClient, iotClient, sqsClient } from './adapters/clients.ts';
import { BoxRepository } from './adapters/dynamodb/box-repository.ts';
import { MessageRepository } from './adapters/dynamodb/message-repository.ts';
import { Table } from './adapters/dynamodb/table.ts';
import { WalletRepository } from './adapters/dynamodb/wallet-repository.ts';
import { WorkQueueRepository } from './adapters/dynamodb/work-queue-repository.ts';
import { IotDownlinks } from './adapters/iot/downlinks.ts';
import { phoneNumbers } from './adapters/phone-numbers/phone-numbers.ts';
import { SqsHurry } from './adapters/sqs/hurry.ts';
import type { Clock } from './domain/shared/clock.ts';
import type { NewId } from './domain/shared/ids.ts';
import { createLog, errorFields } from './http/log.ts';

/** The one place where adapters meet ports: what each function is made of. */

const clock: Clock = { now: () => new Date() };
const newId: NewId = (prefix) => `${prefix}_${ulid(clock.now().getTime())}`;
const log = createLog((line) => console.log(line), clock.now);

/** A setting of the function; without it the function does not start. */
function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name} in the environment of this function`);
  return value;
}

/** Waits before a transaction that met another one is tried again: 10 to 20 ms, doubling. */
const pause = (round: number) => delay(10 * 2 ** (round - 1) * (1 + Math.random()));
const table = () => new Table({ client: dynamoDbClient(), tableName: setting('TABLE_NAME'), pause });
const hurry = () => new SqsHurry(sqsClient(), setting('SMS_QUEUE_URL'));
const downlinks = () => new IotDownlinks(iotClient(process.env['IOT_ENDPOINT']));

function handOver(to: Table) {
  return {
    messages: new MessageRepository(to),
    boxes: new BoxRepository(to),
    workQueue: new WorkQueueRepository(to),
    downlinks: downlinks(),
    clock,
    newId,
  };
}

export const compose = {
  apiMessaging() {
    const one = table();
    const messages = new MessageRepository(one);
    const hintLost = (error: unknown) => log.error('hint lost', errorFields(error));
    return {
      messages,
      wallets: new WalletRepository(one),
      accept: { messages, hurry: hurry(), numbers: phoneNumbers, clock, newId, hintLost },
      api: { log },
    };
  },
  dispatcher: () => ({ log, dispatcher: handOver(table()) }),
  edgeIngest: () => ({
    log,
    ingest: {
      ...handOver(table()),
      hurry: hurry(),
      onStray: ({ attemptId, type }: { attemptId: string; type: string }) =>
        log.error('stray event', { attemptId, eventType: type }),
      onQuarantine: ({ tenantId, boxId }: { tenantId: string; boxId: string }) =>
        log.error('box in quarantine', { tenantId, boxId }),
    },
  }),
  clock: () => ({ sweeper: { workQueue: new WorkQueueRepository(table()), hurry: hurry() } }),
};
