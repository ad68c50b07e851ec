import type { MailOutcome } from '../../../../contract/mail-outcomes.ts';
import { NOTICES } from '../../../../contract/notices.ts';
import { type DoDutyDependencies, doDuty } from '../../mail/duties/do-duty.ts';
import type { MailDuty } from '../../mail/duties/model.ts';
import { addressKey, firstUsable, type MailMarks } from '../../mail/marks.ts';
import type { Mailer } from '../../mail/ports.ts';
import type { Notification, Notifications } from '../../notifications/model.ts';
import type { Addressee, Addressees } from './addressee.ts';
import { composeNotice } from './compose-account-mail.ts';

export interface SendNoticeDependencies extends DoDutyDependencies {
  readonly addressees: Addressees;
  readonly marks: Pick<MailMarks, 'find'>;
  readonly notifications: Pick<Notifications, 'mailed'>;
  readonly mailer: Mailer;
}

/**
 * Tells somebody by mail of a change of their login data, and notes in the file what became of the mail. The
 * setting that switches off mails about the access does not switch these off: they are how a stranger's change comes to light.
 */
export function sendNotice(deps: SendNoticeDependencies, notification: Notification, duty: MailDuty): Promise<void> {
  return doDuty(deps, duty, () => send(deps, notification));
}

async function send(deps: SendNoticeDependencies, notification: Notification): Promise<void> {
  const { addressees, notifications } = deps;
  const notice = NOTICES.find((one) => one === notification.kind);
  const addressee = notice && (await addressees.of(notification.tenantId, notification.subjectId));
  if (!addressee) return;
  const recipients = await recipientsOf(deps, notification, addressee);
  const { from } = addressee;
  if (recipients.length === 0) return notifications.mailed(notification, 'no-address');
  if (!from) return notifications.mailed(notification, 'no-sender');
  const { tenantId, subjectId, notificationId } = notification;
  const envelope = { tenantId, subjectId, notificationId, from };
  const told = { notice, at: new Date(notification.at) };
  const results = await Promise.allSettled(
    recipients.map((to) => deps.mailer.send(composeNotice({ ...envelope, to }, addressee, told))),
  );
  const failed = results.find((one) => one.status === 'rejected');
  const outcomes = results.map((one): MailOutcome => (one.status === 'rejected' ? 'not-confirmed' : one.value));
  await notifications.mailed(notification, outcomes.find((one) => one !== 'sent') ?? 'sent');
  if (failed) throw failed.reason;
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
