import { agency } from '../../contract/catalogues/field-messages/agency.ts';
import { choices as choiceTexts } from '../../contract/catalogues/field-messages/choices.ts';
import { messaging } from '../../contract/catalogues/field-messages/messaging.ts';
import { modems } from '../../contract/catalogues/field-messages/modems.ts';
import { schedule } from '../../contract/catalogues/field-messages/schedule.ts';
import { messageTemplateBody } from '../../contract/routes/message-templates.ts';
import { BoxHealthRepository } from '../adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../adapters/dynamodb/box-repository.ts';
import { ChoiceRepository } from '../adapters/dynamodb/choice-repository.ts';
import { entryCodec } from '../adapters/dynamodb/codecs/entry.ts';
import { EntryRepository } from '../adapters/dynamodb/entry-repository.ts';
import { InboundRepository } from '../adapters/dynamodb/inbound-repository.ts';
import { MessageExportRepository } from '../adapters/dynamodb/message-export-repository.ts';
import { MessageListRepository } from '../adapters/dynamodb/message-list-repository.ts';
import { MessageRepository } from '../adapters/dynamodb/message-repository.ts';
import { MobilePrefixRepository } from '../adapters/dynamodb/mobile-prefix-repository.ts';
import { NameRepository } from '../adapters/dynamodb/name-repository.ts';
import { TenantNumberHashes } from '../adapters/dynamodb/number-hashes.ts';
import { ProviderAccountRepository } from '../adapters/dynamodb/provider-account-repository.ts';
import { RecordRepository } from '../adapters/dynamodb/record-repository.ts';
import { RefusedNumberRepository } from '../adapters/dynamodb/refused-number-repository.ts';
import { SendingSwitches } from '../adapters/dynamodb/sending-switch.ts';
import { ThreadRepository } from '../adapters/dynamodb/thread-repository.ts';
import { WalletRepository } from '../adapters/dynamodb/wallet-repository.ts';
import { phoneNumbers } from '../adapters/phone-numbers/phone-numbers.ts';
import { exportHurry } from './exports.ts';
import { api } from './front.ts';
import { clock, hintLost, hurry, newId, table, trouble } from './parts.ts';

export function apiMessaging() {
  const one = table();
  const messages = new MessageRepository(one);
  const wallets = new WalletRepository(one);
  const hints = hurry();
  const inbound = new InboundRepository(one);
  const lists = new MessageListRepository(one);
  const records = new RecordRepository(one);
  const hashes = new TenantNumberHashes(one);
  const choices = new ChoiceRepository(one, hashes);
  const accept = {
    choices,
    ...{ messages, hurry: hints, numbers: phoneNumbers, clock, newId, hintLost },
    ...{ boxes: new BoxRepository(one), healths: new BoxHealthRepository(one), wallets },
    mobilePrefixes: new MobilePrefixRepository(one),
    refusedNumbers: new RefusedNumberRepository(one),
    records,
    templates: new EntryRepository(one, entryCodec('message-template', messageTemplateBody)),
    accounts: new ProviderAccountRepository(one),
    random: Math.random,
  };
  return {
    read: { messages, names: new NameRepository(one) },
    lists,
    inbound,
    sending: new SendingSwitches(one),
    exports: {
      ...{ exports: new MessageExportRepository(one), hurry: exportHurry(), hintLost, clock, newId },
    },
    accept,
    threads: {
      ...{ threads: new ThreadRepository(one), inbound, lists, records, numbers: phoneNumbers },
      ...{ accept, choices, clock, newId },
    },
    optOuts: {
      ...{ choices, hashes, messages, lists, records, numbers: phoneNumbers, hurry: hints },
      ...{ trouble, hintLost, clock, newId },
    },
    cancel: { messages, hurry: hints, clock, hintLost },
    api: api(one, messaging, choiceTexts, modems, agency, schedule),
  };
}
