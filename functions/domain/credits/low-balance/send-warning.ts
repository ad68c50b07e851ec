import { type DoDutyDependencies, doDuty } from '../../mail/duties/do-duty.ts';
import type { MailDuty } from '../../mail/duties/model.ts';
import type { Letters } from '../../mail/letters.ts';
import { mailText } from '../../mail/mail-text.ts';
import type { Mailer } from '../../mail/ports.ts';
import { lowBalanceTexts } from './mail-texts.ts';
import type { BalanceMark } from './model.ts';

export interface SendWarningDependencies extends DoDutyDependencies {
  readonly letters: Letters;
  readonly mailer: Mailer;
}

/** Mails whom the agency has named that its credits run low, for each crossing, however often this is called for it. */
export function sendWarning(
  { letters, mailer, ...deps }: SendWarningDependencies,
  { tenantId, mailAddress: to, available, threshold }: BalanceMark,
  duty: MailDuty,
): Promise<void> {
  return doDuty(deps, duty, async () => {
    const letter = await letters.letter(tenantId);
    if (!letter) return;
    const { agency, language, from } = letter;
    const texts = lowBalanceTexts[language];
    const paragraphs = [texts.left(agency, available), texts.threshold(threshold), texts.todo];
    const mail = mailText(texts.subject(agency), paragraphs, language);
    await mailer.send({ tenantId, subjectId: 'credits', from, to, ...mail });
  });
}
