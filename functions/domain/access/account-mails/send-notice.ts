import type { MailOutcome } from '../../../../contract/mail-outcomes.ts';
import { NOTICES } from '../../../../contract/notices.ts';
import { addressKey, firstUsable, type MailMarks } from '../../mail/marks.ts';
import type { Mailer } from '../../mail/ports.ts';
import type { Notification, Notifications } from '../../notifications/model.ts';
import type { Addressee, Addressees } from './addressee.ts';
import { composeNotice } from './compose-account-mail.ts';

export interface SendNoticeDependencies {
  readonly addressees: Addressees;
  readonly marks: Pick<MailMarks, 'find'>;
  readonly notifications: Pick<Notifications, 'claimMail' | 'mailed'>;
  readonly mailer: Mailer;
  /** hears of a mail that was not taken; never of its text */
  readonly mailFailed: (error: unknown) => void;
}

/**
 * Tells somebody by mail of a change of their login data, once at most, and notes in the file what became of the mail. The
 * setting that switches off mails about the access does not switch these off: they are how a stranger's change comes to light.
 */
export async function sendNotice(deps: SendNoticeDependencies, notification: Notification): Promise<void> {
  const { addressees, notifications } = deps;
  const notice = NOTICES.find((one) => one === notification.kind);
  if (!notice) return;
  const addressee = await addressees.of(notification.tenantId, notification.subjectId);
  if (!addressee || !(await notifications.claimMail(notification))) return;
  const recipients = await recipientsOf(deps, notification, addressee);
  const { from } = addressee;
  if (recipients.length === 0) return notifications.mailed(notification, 'no-address');
  if (!from) return notifications.mailed(notification, 'no-sender');
  const { tenantId, subjectId, notificationId } = notification;
  const envelope = { tenantId, subjectId, notificationId, from };
  const told = { notice, at: new Date(notification.at) };
  const outcomes = await Promise.all(
    recipients.map((to) =>
      deps.mailer.send(composeNotice({ ...envelope, to }, addressee, told)).catch((error: unknown): MailOutcome => {
        deps.mailFailed(error);
        return 'not-confirmed';
      }),
    ),
  );
  await notifications.mailed(notification, outcomes.find((one) => one !== 'sent') ?? 'sent');
}

/** Those that the notice names, else the person's first; in the place of an address that mails do not reach the first that they do. */
async function recipientsOf(
  { marks }: SendNoticeDependencies,
  { tenantId, mailTo }: Notification,
  { mailAddresses }: Addressee,
): Promise<string[]> {
  const marked = await marks.find(tenantId, [...(mailTo ?? []), ...mailAddresses]);
  const wanted = mailTo ?? mailAddresses.slice(0, 1);
  const reached = wanted.map((to) => (marked.has(addressKey(to)) ? firstUsable([...mailAddresses, to], marked) : to));
  return [...new Set(reached.filter((to) => to !== undefined))];
}
