import { oneTimeCodes } from '../../../functions/adapters/crypto/one-time-codes.ts';
import { BatchRepository } from '../../../functions/adapters/dynamodb/batch-repository.ts';
import { BoxCommandRepository } from '../../../functions/adapters/dynamodb/box-command-repository.ts';
import { BoxHealthRepository } from '../../../functions/adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../../../functions/adapters/dynamodb/box-repository.ts';
import { ChoiceRepository } from '../../../functions/adapters/dynamodb/choice-repository.ts';
import { InboundRepository } from '../../../functions/adapters/dynamodb/inbound-repository.ts';
import { MessageListRepository } from '../../../functions/adapters/dynamodb/message-list-repository.ts';
import { MessageRepository } from '../../../functions/adapters/dynamodb/message-repository.ts';
import { ProviderAccountRepository } from '../../../functions/adapters/dynamodb/provider-account-repository.ts';
import { SendingRulesRepository } from '../../../functions/adapters/dynamodb/sending-rules-repository.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { TenantCodes } from '../../../functions/adapters/dynamodb/tenant-codes.ts';
import { WorkQueueRepository } from '../../../functions/adapters/dynamodb/work-queue-repository.ts';
import type { Balance } from '../../../functions/domain/credits/model.ts';
import type { Box } from '../../../functions/domain/messaging/model.ts';
import type { ProviderAccount } from '../../../functions/domain/messaging/providers/model.ts';
import { memoryMessaging } from '../memory-messaging.ts';
import { newId } from '../messages.ts';
import { walletsOn } from '../wallet.ts';

/** Credits of the agency; few, so that some messages are refused. */
const GRANTED = 5;

/** What outlives every process. */
export type Cloud = Awaited<ReturnType<typeof cloudOnTable>>;

/** An agency with credits whose messages are kept in a table of DynamoDB. */
export async function cloudOnTable(table: Table) {
  const wallets = walletsOn(table);
  const tenantId: string = newId('ten');
  const boxes = new BoxRepository(table);
  const accounts = new ProviderAccountRepository(table);
  const hashes = { of: async (_: string, number: string) => number };
  await wallets.grant({ tenantId, grantId: 'model', credits: GRANTED, at: new Date('2026-11-21T09:00:00.000Z') });
  return {
    tenantId,
    granted: GRANTED,
    /** each of whose calls is an act of a process, before or after which it may die */
    stores: {
      messages: new MessageRepository(table),
      boxes,
      healths: new BoxHealthRepository(table),
      accounts,
      commands: new BoxCommandRepository(table),
      workQueue: new WorkQueueRepository(table),
      inbound: new InboundRepository(table),
      sendingRules: new SendingRulesRepository(table),
      batchStops: new BatchRepository(table, { now: () => new Date() }),
      codes: new TenantCodes(table, oneTimeCodes),
      hashes,
      choices: new ChoiceRepository(table, hashes),
      lists: new MessageListRepository(table),
    },
    balance: (): Promise<Balance> => wallets.balance(tenantId),
    async addBox(box: Box): Promise<void> {
      await boxes.add(box);
    },
    async addAccount(account: ProviderAccount): Promise<void> {
      const { changedAt: at, changedBy: by } = account;
      await accounts.save(account, undefined, {
        tenantId,
        subjectId: tenantId,
        auditId: newId('aud'),
        at,
        by,
        action: 'provider-account',
      });
    },
  };
}

/** The same in memory. */
export async function cloudInMemory(): Promise<Cloud> {
  const memory = memoryMessaging(newId('ten'), GRANTED);
  const { messages, boxes, healths, accounts, commands, workQueue, inbound, sendingRules, batchStops, codes } = memory;
  const { choices, hashes, lists } = memory;
  return {
    tenantId: memory.tenantId,
    granted: GRANTED,
    stores: {
      messages,
      boxes,
      healths,
      accounts,
      commands,
      workQueue,
      inbound,
      sendingRules,
      batchStops,
      codes,
      ...{ choices, hashes, lists },
    } as never,
    balance: async () => memory.wallet,
    addBox: async (box) => memory.addBox(box),
    addAccount: async (account) => void accounts.put(account),
  };
}
