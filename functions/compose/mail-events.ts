import { derivedId } from '../adapters/crypto/derived-id.ts';
import { MailMarkRepository } from '../adapters/dynamodb/mail-mark-repository.ts';
import { NotificationRepository } from '../adapters/dynamodb/notification-repository.ts';
import { readMailEvent } from '../adapters/ses/mail-event.ts';
import { log, table } from './parts.ts';

export function mailEvents() {
  const one = table();
  return {
    log,
    read: readMailEvent,
    events: { marks: new MailMarkRepository(one), notifications: new NotificationRepository(one), derivedId },
  };
}
