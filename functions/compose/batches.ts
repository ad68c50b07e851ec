import { setTimeout as wait } from 'node:timers/promises';
import { messageTemplateBody } from '../../contract/routes/message-templates.ts';
import { s3Client } from '../adapters/clients.ts';
import { derivedId } from '../adapters/crypto/derived-id.ts';
import { BatchWorkRepository } from '../adapters/dynamodb/batch-work-repository.ts';
import { BoxHealthRepository } from '../adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../adapters/dynamodb/box-repository.ts';
import { ChoiceRepository } from '../adapters/dynamodb/choice-repository.ts';
import { entryCodec } from '../adapters/dynamodb/codecs/entry.ts';
import { EntryRepository } from '../adapters/dynamodb/entry-repository.ts';
import { MessageRepository } from '../adapters/dynamodb/message-repository.ts';
import { MobilePrefixRepository } from '../adapters/dynamodb/mobile-prefix-repository.ts';
import { TenantNumberHashes } from '../adapters/dynamodb/number-hashes.ts';
import { ProviderAccountRepository } from '../adapters/dynamodb/provider-account-repository.ts';
import { RecordRepository } from '../adapters/dynamodb/record-repository.ts';
import { TenantRepository } from '../adapters/dynamodb/tenant-repository.ts';
import { phoneNumbers } from '../adapters/phone-numbers/phone-numbers.ts';
import { StoredRecipients } from '../adapters/recipient-sources.ts';
import { S3Files } from '../adapters/s3/files.ts';
import { batchHurry, clock, hintLost, hurry, log, newId, setting, table } from './parts.ts';

export function batches() {
  const one = table();
  const repository = new BatchWorkRepository(one, clock);
  const files = new S3Files(s3Client(), setting('FILES_BUCKET'));
  return {
    log,
    worker: {
      batches: repository,
      sources: new StoredRecipients(files, repository),
      tenants: new TenantRepository(one),
      messages: new MessageRepository(one),
      records: new RecordRepository(one),
      templates: new EntryRepository(one, entryCodec('message-template', messageTemplateBody)),
      mobilePrefixes: new MobilePrefixRepository(one),
      accounts: new ProviderAccountRepository(one),
      boxes: new BoxRepository(one),
      healths: new BoxHealthRepository(one),
      choices: new ChoiceRepository(one, new TenantNumberHashes(one)),
      numbers: phoneNumbers,
      hurry: hurry(),
      batchHurry: batchHurry(),
      wait: (milliseconds: number) => wait(milliseconds),
      ...{ clock, newId, derivedId, hintLost },
    },
  };
}
