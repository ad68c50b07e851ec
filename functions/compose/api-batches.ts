import { batches as batchTexts } from '../../contract/catalogues/field-messages/batches.ts';
import { choices as choiceTexts } from '../../contract/catalogues/field-messages/choices.ts';
import { messaging } from '../../contract/catalogues/field-messages/messaging.ts';
import { schedule } from '../../contract/catalogues/field-messages/schedule.ts';
import { messageTemplateBody } from '../../contract/routes/message-templates.ts';
import { derivedId } from '../adapters/crypto/derived-id.ts';
import { AuditTrailRepository } from '../adapters/dynamodb/audit-trail.ts';
import { BatchRepository } from '../adapters/dynamodb/batch-repository.ts';
import { BoxHealthRepository } from '../adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../adapters/dynamodb/box-repository.ts';
import { entryCodec } from '../adapters/dynamodb/codecs/entry.ts';
import { EntryRepository } from '../adapters/dynamodb/entry-repository.ts';
import { LaneCountsOnIndex } from '../adapters/dynamodb/lane-counts.ts';
import { MessageExportRepository } from '../adapters/dynamodb/message-export-repository.ts';
import { NameRepository } from '../adapters/dynamodb/name-repository.ts';
import { ProviderAccountRepository } from '../adapters/dynamodb/provider-account-repository.ts';
import { RecordRepository } from '../adapters/dynamodb/record-repository.ts';
import { SelectionRepository } from '../adapters/dynamodb/selection-repository.ts';
import { SendingRulesRepository } from '../adapters/dynamodb/sending-rules-repository.ts';
import { SendingSwitches } from '../adapters/dynamodb/sending-switch.ts';
import { WalletRepository } from '../adapters/dynamodb/wallet-repository.ts';
import { api } from './front.ts';
import { batchHurry, clock, fileLinks, hintLost, newId, table } from './parts.ts';

export function apiBatches() {
  const one = table();
  const batches = new BatchRepository(one, clock);
  const selections = new SelectionRepository(one);
  const accounts = new ProviderAccountRepository(one);
  const templates = new EntryRepository(one, entryCodec('message-template', messageTemplateBody));
  return {
    selections: { selections, records: new RecordRepository(one), clock, newId },
    uploads: { links: fileLinks(), newId },
    keep: {
      ...{ batches, accounts, selections, batchHurry: batchHurry(), clock, newId, hintLost },
      templates,
      wallets: new WalletRepository(one),
      random: Math.random,
    },
    estimate: {
      ...{ accounts, templates, clock },
      sendingRules: new SendingRulesRepository(one),
      boxes: new BoxRepository(one),
      healths: new BoxHealthRepository(one),
      lanes: new LaneCountsOnIndex(one, clock),
    },
    exports: {
      ...{ exports: new MessageExportRepository(one), trail: new AuditTrailRepository(one) },
      ...{ links: fileLinks(), clock, newId },
    },
    names: new NameRepository(one),
    sending: new SendingSwitches(one),
    derivedId,
    api: api(one, messaging, choiceTexts, schedule, batchTexts),
  };
}
