import { type DoDutyDependencies, doDuty } from '../mail/duties/do-duty.ts';
import type { MailDuty } from '../mail/duties/model.ts';
import type { Letters } from '../mail/letters.ts';
import { mailText } from '../mail/mail-text.ts';
import type { Mailer } from '../mail/ports.ts';
import { switchedOffTexts } from './mail-texts.ts';
import type { Webhook } from './model.ts';

export interface MailSwitchedOffDependencies extends DoDutyDependencies {
  readonly letters: Letters;
  readonly mailer: Mailer;
}

/** Mails whom a webhook names that it was switched off; nothing where somebody has turned it on again. */
export function mailSwitchedOff(
  { letters, mailer, ...deps }: MailSwitchedOffDependencies,
  { tenantId, webhookId, mailAddress: to, url, description, switchedOff }: Webhook,
  duty: MailDuty,
): Promise<void> {
  return doDuty(deps, duty, async () => {
    const letter = await letters.letter(tenantId);
    if (!letter || !switchedOff) return;
    const { agency, language, from } = letter;
    const texts = switchedOffTexts[language];
    // Not the whole address: its path and query may hold a secret of the receiver's.
    const off = texts.off(agency, description ?? new URL(url).host);
    const paragraphs = [off, texts.reason[switchedOff.reason], texts.todo(webhookId)];
    const mail = mailText(texts.subject(agency), paragraphs, language);
    await mailer.send({ tenantId, subjectId: webhookId, from, to, ...mail });
  });
}
