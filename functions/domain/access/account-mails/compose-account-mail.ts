import type { Notice } from '../../../../contract/notices.ts';
import { mailText } from '../../mail/mail-text.ts';
import { momentIn } from '../../mail/moments.ts';
import type { Mail, MailText } from '../../mail/ports.ts';
import { portalMailTexts } from '../../portal/mail-texts/index.ts';
import type { Addressee } from './addressee.ts';
import { accountMailTexts, type CodeMail } from './texts/index.ts';

/** From whom and to whom, and whose file it belongs to; the sender is known to be set up. */
export type Envelope = Omit<Mail, 'replyTo' | keyof MailText>;

/** A mail with a code, in the language of whom it is for. */
export function composeCodeMail(
  envelope: Envelope,
  addressee: Addressee,
  {
    mail,
    code,
    until,
    loginName,
  }: { readonly mail: CodeMail; readonly code: string; readonly until: Date; readonly loginName?: string | undefined },
): Mail {
  const { agency, language } = addressee;
  const texts = accountMailTexts[language];
  return letter(envelope, addressee, texts.subject[mail](agency), [
    texts.opening[mail](agency),
    ...(loginName === undefined ? [] : [`${portalMailTexts[language].loginName}: ${loginName}`]),
    `${texts.code}: ${code}`,
    texts.codeUntil(momentIn(portalMailTexts[language].locale, until)),
    texts.notAsked(agency),
  ]);
}

/** A mail that tells of a change of somebody's login data. */
export function composeNotice(
  envelope: Envelope,
  addressee: Addressee,
  { notice, at }: { readonly notice: Notice; readonly at: Date },
): Mail {
  const { agency, language } = addressee;
  const texts = accountMailTexts[language];
  const moment = momentIn(portalMailTexts[language].locale, at);
  return letter(envelope, addressee, texts.subject[notice](agency), [
    texts.opening[notice]({ agency, moment }),
    texts.notYou(agency),
  ]);
}

/** With whom to ask, where it is not one of the agency's own, and with the agency's disclaimer. */
export function letter(envelope: Envelope, addressee: Addressee, subject: string, said: readonly string[]): Mail {
  const { agency, language, settings, questions } = addressee;
  const { accountManager, to: contactAddress } = questions ?? {};
  const disclaimer = settings.correspondence.disclaimer[language];
  const paragraphs = [
    ...said,
    ...(questions
      ? [
          portalMailTexts[language].questions({
            agency,
            ...(accountManager !== undefined && { accountManager }),
            ...(contactAddress !== undefined && { contactAddress }),
          }),
        ]
      : []),
    ...(disclaimer ? [disclaimer] : []),
  ];
  return {
    ...envelope,
    ...(contactAddress !== undefined && { replyTo: contactAddress }),
    ...mailText(subject, paragraphs, language),
  };
}
