import type { Settings } from '../../../../contract/routes/settings.ts';
import { mailText } from '../../mail/mail-text.ts';
import { momentIn } from '../../mail/moments.ts';
import type { Mail, MailSender } from '../../mail/ports.ts';
import { invitationTexts } from './mail-texts.ts';
import type { Invitee } from './model.ts';

export interface InvitationContent {
  readonly notificationId: string;
  readonly invitee: Invitee;
  readonly from: MailSender;
  readonly to: string;
  readonly link: string;
  readonly settings: Settings;
  readonly until: Date;
}

/** The mail in the invited person's language, as text and as HTML. */
export function composeInvitation({
  notificationId,
  invitee,
  from,
  to,
  link,
  settings,
  until,
}: InvitationContent): Mail {
  const { language, name, tenant } = invitee;
  const texts = invitationTexts[language];
  const { generalAddress, disclaimer } = settings.correspondence;
  const paragraphs = [
    texts.greeting(name),
    texts.opening(tenant.name),
    link,
    texts.validUntil(momentIn(texts.locale, until)),
    texts.unexpected,
    ...(disclaimer[language] ? [disclaimer[language] ?? ''] : []),
  ];
  return {
    ...{ tenantId: tenant.tenantId, subjectId: invitee.personId, notificationId, from, to },
    ...(generalAddress !== undefined && { replyTo: generalAddress }),
    ...mailText(texts.subject(tenant.name), paragraphs, language),
  };
}
