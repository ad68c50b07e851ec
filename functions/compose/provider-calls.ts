import { setTimeout as wait } from 'node:timers/promises';
import { oneTimeCodes } from '../adapters/crypto/one-time-codes.ts';
import { BatchRepository } from '../adapters/dynamodb/batch-repository.ts';
import { ChoiceRepository } from '../adapters/dynamodb/choice-repository.ts';
import { MessageRepository } from '../adapters/dynamodb/message-repository.ts';
import { TenantNumberHashes } from '../adapters/dynamodb/number-hashes.ts';
import { ProviderAccountRepository } from '../adapters/dynamodb/provider-account-repository.ts';
import { SendingRulesRepository } from '../adapters/dynamodb/sending-rules-repository.ts';
import { TenantCodes } from '../adapters/dynamodb/tenant-codes.ts';
import { WorkQueueRepository } from '../adapters/dynamodb/work-queue-repository.ts';
import { callbackToken } from '../domain/messaging/providers/callback-token.ts';
import type { Credentials, ProviderAccount } from '../domain/messaging/providers/model.ts';
import { callHurry, clock, hintLost, hurry, log, newId, table, trouble } from './parts.ts';
import { accountSealer, callbackAddress, webProviders } from './providers.ts';

export function providerCalls() {
  const one = table();
  const sealer = accountSealer(one);
  return {
    log,
    caller: {
      accounts: new ProviderAccountRepository(one),
      providers: webProviders(),
      messages: new MessageRepository(one),
      batchStops: new BatchRepository(one, clock),
      workQueue: new WorkQueueRepository(one),
      sendingRules: new SendingRulesRepository(one),
      codes: new TenantCodes(one, oneTimeCodes),
      choices: new ChoiceRepository(one, new TenantNumberHashes(one)),
      async open({ tenantId, provider, sealed, house, callback }: ProviderAccount) {
        const [credentials, secret] = await Promise.all([
          sealer.open(tenantId, provider, sealed),
          sealer.open(tenantId, provider, callback.sealed),
        ]);
        const address = callbackAddress(provider, callbackToken(tenantId, secret));
        return {
          access: { credentials: JSON.parse(credentials) as Credentials, house },
          // One address for all lets SMSAPI tell of several in one call; websms tells of one each time, and may leave out its id.
          reportsTo: (callId: string) => (provider === 'websms' ? `${address}?call=${callId}` : address),
        };
      },
      callHurry: callHurry(),
      hurry: hurry(),
      wait: (milliseconds: number) => wait(milliseconds),
      ...{ trouble, clock, newId, hintLost },
    },
  };
}
