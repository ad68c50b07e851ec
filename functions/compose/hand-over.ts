import { oneTimeCodes } from '../adapters/crypto/one-time-codes.ts';
import { BatchRepository } from '../adapters/dynamodb/batch-repository.ts';
import { BoxCommandRepository } from '../adapters/dynamodb/box-command-repository.ts';
import { BoxHealthRepository } from '../adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../adapters/dynamodb/box-repository.ts';
import { ChoiceRepository } from '../adapters/dynamodb/choice-repository.ts';
import { MessageRepository } from '../adapters/dynamodb/message-repository.ts';
import { TenantNumberHashes } from '../adapters/dynamodb/number-hashes.ts';
import { ProviderAccountRepository } from '../adapters/dynamodb/provider-account-repository.ts';
import { SendingRulesRepository } from '../adapters/dynamodb/sending-rules-repository.ts';
import type { Table } from '../adapters/dynamodb/table.ts';
import { TenantCodes } from '../adapters/dynamodb/tenant-codes.ts';
import { WorkQueueRepository } from '../adapters/dynamodb/work-queue-repository.ts';
import { clock, downlinks, newId, trouble } from './parts.ts';

export function handOver(to: Table) {
  return {
    messages: new MessageRepository(to),
    boxes: new BoxRepository(to),
    healths: new BoxHealthRepository(to),
    accounts: new ProviderAccountRepository(to),
    commands: new BoxCommandRepository(to),
    workQueue: new WorkQueueRepository(to),
    sendingRules: new SendingRulesRepository(to),
    batchStops: new BatchRepository(to, clock),
    downlinks: downlinks(),
    codes: new TenantCodes(to, oneTimeCodes),
    choices: new ChoiceRepository(to, new TenantNumberHashes(to)),
    trouble,
    clock,
    newId,
  };
}
