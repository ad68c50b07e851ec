import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import { isMailed } from '../../../contract/notices.ts';
import type { Notification, NotificationKey, Notifications } from '../../domain/notifications/model.ts';
import { bornDue } from './born-due.ts';
import { notificationOf } from './codecs/notification.ts';
import { all, differs, exists, missing } from './condition.ts';
import { keys, NOTIFICATION, personPartition } from './keys.ts';
import type { Table, Write } from './table.ts';

/** A mail may come back before it is noted that it was sent. */
const NOT_BACK = all(differs('mail', 'bounced'), differs('mail', 'complained'));

export class NotificationRepository implements Notifications {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async page(tenantId: string, subjectId: string, limit: number, before?: string) {
    const pk = personPartition(tenantId, subjectId);
    const { items, next } = await this.#table.query({
      partition: { pk },
      sort: { attribute: 'sk', beginsWith: NOTIFICATION },
      newestFirst: true,
      limit,
      ...(before !== undefined && { after: { ...keys.notification(tenantId, subjectId, before) } }),
      consistent: true,
    });
    const found = items.map(notificationOf);
    const last = found.at(-1);
    return { items: found, ...(next && last && { next: last.notificationId }) };
  }

  async add(notification: Notification): Promise<void> {
    await this.#table.write({ ...notificationPut(notification), condition: missing('pk') });
  }

  async mailed({ tenantId, subjectId, notificationId }: NotificationKey, outcome: MailOutcome): Promise<void> {
    await this.#table.write({
      update: keys.notification(tenantId, subjectId, notificationId),
      change: { set: { mail: outcome } },
      condition: outcome === 'sent' ? all(exists('pk'), NOT_BACK) : exists('pk'),
    });
  }
}

/** Goes with the write that it tells of; where somebody is mailed of it, the mail is due with it. */
export function notificationPut({ messageId, ...rest }: Notification): Write {
  const key = keys.notification(rest.tenantId, rest.subjectId, rest.notificationId);
  const message = messageId === undefined ? {} : { message: messageId };
  const due = isMailed(rest.kind) ? bornDue(rest.tenantId, rest.at, key) : {};
  return { put: { ...key, type: 'notification', v: 1, ...rest, ...message, ...due } };
}
