import { htmlOf } from '../../mail/html.ts';
import type { Mailer } from '../../mail/ports.ts';
import { lowBalanceTexts } from './mail-texts.ts';
import type { BalanceMark } from './model.ts';
import type { Marks } from './ports.ts';

export interface SendWarningDependencies {
  readonly marks: Pick<Marks, 'claim' | 'letter'>;
  readonly mailer: Mailer;
  /** hears of a mail that was not taken; never of its text */
  readonly mailFailed: (error: unknown) => void;
}

/** Mails whom the agency has named that its credits run low: once for each crossing, however often this is called for it. */
export async function sendWarning(
  { marks, mailer, mailFailed }: SendWarningDependencies,
  mark: BalanceMark,
): Promise<void> {
  const { tenantId, mailAddress: to, available, threshold } = mark;
  const letter = await marks.letter(tenantId);
  if (!letter || !(await marks.claim(mark))) return;
  const { agency, language, from } = letter;
  const texts = lowBalanceTexts[language];
  const paragraphs = [texts.left(agency, available), texts.threshold(threshold), texts.todo];
  const mail = { subject: texts.subject(agency), text: paragraphs.join('\n\n'), html: htmlOf(paragraphs, language) };
  await mailer.send({ tenantId, subjectId: 'credits', from, to, ...mail }).catch(mailFailed);
}
