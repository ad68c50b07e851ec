import type { MailOutcome } from '../../../contract/mail-outcomes.ts';

/** A dated line in the file of a worker, company or employee. */
export interface Notification {
  readonly tenantId: string;
  /** whose file: `wrk_…` */
  readonly subjectId: string;
  /** `not_…`, sorts by time */
  readonly notificationId: string;
  /** ISO 8601 */
  readonly at: string;
  /** the employee or API token; `system` for what happened by itself */
  readonly by: string;
  /** such as `portal-access-enabled`; said in words by the screens */
  readonly kind: string;
  /** the SMS that it tells of */
  readonly messageId?: string;
  /** addresses that are told, where they are not the person's first */
  readonly mailTo?: readonly string[];
  /** what became of the mail that went with it; absent until that is known */
  readonly mail?: MailOutcome;
}

export type NotificationKey = Pick<Notification, 'tenantId' | 'subjectId' | 'notificationId'>;

export interface Notifications {
  /** One that is made of what it tells of, and may be told again: once. */
  add(notification: Notification): Promise<void>;
  /** Newest first. */
  page(
    tenantId: string,
    subjectId: string,
    limit: number,
    before?: string,
  ): Promise<{ items: Notification[]; next?: string }>;
  /** Notes what became of the mail. That it came back holds, though that it was sent is noted later. */
  mailed(notification: NotificationKey, outcome: MailOutcome): Promise<void>;
}
