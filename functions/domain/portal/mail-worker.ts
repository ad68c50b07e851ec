import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { Mailer } from '../mail/ports.ts';
import { composePortalMail, type PortalMailContent } from './compose-mail.ts';
import { type Correspondence, contactAddress, planMail } from './mail-plan.ts';

export interface MailWorkerDependencies {
  readonly mailer: Mailer;
  /** hears of a mail that was not taken; never of its text */
  readonly mailFailed: (error: unknown) => void;
}

/** Mails a worker what happened to the access, if that can be done; never throws for a mail that was not taken. */
export async function mailWorker(
  { mailer, mailFailed }: MailWorkerDependencies,
  correspondence: Correspondence,
  told: Pick<PortalMailContent, 'mail' | 'at' | 'loginData'> & { readonly mailTo?: string | undefined },
): Promise<MailOutcome> {
  const { mailTo, ...what } = told;
  const plan = planMail(correspondence, mailTo);
  if (plan.kind === 'none') return plan.outcome;
  const { agency, settings, worker, accountManager } = correspondence;
  const mail = composePortalMail({
    ...what,
    ...{ agency, worker, settings, from: plan.from, to: plan.to },
    accountManager: accountManager?.name,
    contactAddress: contactAddress(correspondence),
  });
  try {
    await mailer.send(mail);
    return 'sent';
  } catch (error) {
    mailFailed(error); // what happened stands; staff are told that it was not confirmed
    return 'not-confirmed';
  }
}
