import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { MailMarks } from '../mail/marks.ts';
import type { Mailer } from '../mail/ports.ts';
import type { NotificationKey } from '../notifications/model.ts';
import { composePortalMail, type Told } from './compose-mail.ts';
import { type Correspondence, contactAddress, planMail } from './mail-plan.ts';

export interface MailWorkerDependencies {
  readonly mailer: Mailer;
  readonly marks: Pick<MailMarks, 'find'>;
  /** hears of a mail that was not taken; never of its text */
  readonly mailFailed: (error: unknown) => void;
}

/** As sendToWorker; never throws for a mail that was not taken. */
export async function mailWorker(
  { mailFailed, ...deps }: MailWorkerDependencies,
  ...what: WhatToSend
): Promise<MailOutcome> {
  try {
    return await sendToWorker(deps, ...what);
  } catch (error) {
    mailFailed(error); // what happened stands; staff are told that it was not confirmed
    return 'not-confirmed';
  }
}

type WhatToSend = Parameters<typeof sendToWorker> extends [unknown, ...infer What] ? What : never;

/**
 * Mails a worker what happened to the access, if that can be done; rejects where the mail was not taken.
 *
 * @param notification the line in the worker's file that tells of it
 * @param mailTo undefined: the worker's first address that mails reach
 */
export async function sendToWorker(
  { mailer, marks }: Pick<MailWorkerDependencies, 'mailer' | 'marks'>,
  correspondence: Correspondence,
  told: Told,
  { tenantId, subjectId, notificationId }: NotificationKey,
  mailTo?: string,
): Promise<MailOutcome> {
  const marked = mailTo === undefined ? await marks.find(tenantId, correspondence.worker.mailAddresses) : new Map();
  const plan = planMail(correspondence, marked, mailTo);
  if (plan.kind === 'none') return plan.outcome;
  const replyTo = contactAddress(correspondence);
  const envelope = {
    tenantId,
    subjectId,
    notificationId,
    from: plan.from,
    to: plan.to,
    ...(replyTo !== undefined && { replyTo }),
  };
  return mailer.send({ ...envelope, ...composePortalMail(correspondence, told) });
}
