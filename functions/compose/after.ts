import { derivedId } from '../adapters/crypto/derived-id.ts';
import { oneTimeCodes } from '../adapters/crypto/one-time-codes.ts';
import { AccountRepository } from '../adapters/dynamodb/account-repository.ts';
import { AddresseeRepository } from '../adapters/dynamodb/addressee-repository.ts';
import { AgencyLetters } from '../adapters/dynamodb/agency-letters.ts';
import { ChoiceRepository } from '../adapters/dynamodb/choice-repository.ts';
import { CorrespondenceRepository } from '../adapters/dynamodb/correspondence-repository.ts';
import { followedChange } from '../adapters/dynamodb/followed-change.ts';
import { LimitCounters } from '../adapters/dynamodb/limit-counters.ts';
import { LoginRepository } from '../adapters/dynamodb/login-repository.ts';
import { MailAddressOwnerRepository } from '../adapters/dynamodb/mail-address-owner-repository.ts';
import { MailDutyRepository } from '../adapters/dynamodb/mail-duty-repository.ts';
import { MailMarkRepository } from '../adapters/dynamodb/mail-mark-repository.ts';
import { MessageListRepository } from '../adapters/dynamodb/message-list-repository.ts';
import { MessageRepository } from '../adapters/dynamodb/message-repository.ts';
import { MessagingSettingsRepository } from '../adapters/dynamodb/messaging-settings-repository.ts';
import { MobilePrefixRepository } from '../adapters/dynamodb/mobile-prefix-repository.ts';
import { NotificationRepository } from '../adapters/dynamodb/notification-repository.ts';
import { TenantNumberHashes } from '../adapters/dynamodb/number-hashes.ts';
import { PortalAccessRepository } from '../adapters/dynamodb/portal-access-repository.ts';
import { RecordRepository } from '../adapters/dynamodb/record-repository.ts';
import { RecoveryRepository } from '../adapters/dynamodb/recovery-repository.ts';
import { SettingsRepository } from '../adapters/dynamodb/settings-repository.ts';
import { ThreadRepository } from '../adapters/dynamodb/thread-repository.ts';
import { phoneNumbers } from '../adapters/phone-numbers/phone-numbers.ts';
import { clock, hintLost, hurry, log, mailerOn, mailFailed, mailGivenUp, newId, table, trouble } from './parts.ts';
import { webhookTeller } from './webhooks.ts';

/** What follows from changes of the table. */
export function after() {
  const one = table();
  const settings = new SettingsRepository(one);
  const correspondences = new CorrespondenceRepository(one);
  const addressees = new AddresseeRepository(one, correspondences, settings);
  const notifications = new NotificationRepository(one);
  const marks = new MailMarkRepository(one);
  const mailer = mailerOn(one);
  const mailing = { duties: new MailDutyRepository(one), mailer, mailFailed, mailGivenUp, clock };
  const hashes = new TenantNumberHashes(one);
  return {
    log,
    read: followedChange,
    codes: {
      recoveries: new RecoveryRepository(one),
      logins: new LoginRepository(one),
      accounts: new AccountRepository(one),
      owners: new MailAddressOwnerRepository(one),
      counters: new LimitCounters(one),
      marks,
      codes: oneTimeCodes,
      messages: new MessageRepository(one),
      numbers: phoneNumbers,
      prefixes: new MobilePrefixRepository(one),
      hurry: hurry(),
      hintLost,
      ...{ addressees, mailer, clock, newId },
    },
    letters: { ...mailing, letters: new AgencyLetters(one, settings) },
    webhooks: webhookTeller(one),
    notices: { ...mailing, addressees, notifications, marks },
    refusals: {
      tenants: new MessagingSettingsRepository(one),
      settings,
      records: new RecordRepository(one),
      ...mailing,
    },
    events: { messages: new MessageRepository(one), files: notifications, derivedId },
    inbound: {
      tenants: new MessagingSettingsRepository(one),
      threads: new ThreadRepository(one),
      numbers: phoneNumbers,
      records: new RecordRepository(one),
      hashes,
      choices: new ChoiceRepository(one, hashes),
      lists: new MessageListRepository(one),
      messages: new MessageRepository(one),
      files: notifications,
      settings,
      hurry: hurry(),
      ...mailing,
      ...{ derivedId, trouble, hintLost },
    },
    block: {
      accesses: new PortalAccessRepository(one),
      correspondences,
      notifications,
      marks,
      ...mailing,
      derivedId,
      wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
    },
  };
}
