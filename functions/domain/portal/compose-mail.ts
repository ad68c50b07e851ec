import type { WorkerFields } from '../../../contract/routes/directory/workers.ts';
import type { Settings } from '../../../contract/routes/settings.ts';
import { htmlOf } from '../mail/html.ts';
import { momentIn, TIME_ZONE } from '../mail/moments.ts';
import type { Mail, MailSender } from '../mail/ports.ts';
import { type PortalMail, portalMailTexts } from './mail-texts/index.ts';

/** What a mail about portal access tells. */
export interface PortalMailContent {
  readonly mail: PortalMail;
  readonly agency: string;
  readonly worker: Pick<WorkerFields, 'language'>;
  readonly settings: Settings;
  readonly at: Date;
  readonly from: MailSender;
  readonly to: string;
  readonly accountManager?: string | undefined;
  readonly contactAddress?: string | undefined;
  readonly loginData?: { readonly loginName: string; readonly password: string; readonly validUntil: Date } | undefined;
}

/** The built-in mail in the worker's language, as text and as HTML. */
export function composePortalMail(content: PortalMailContent): Mail {
  const { mail, agency, worker, settings, at, from, to, accountManager, contactAddress, loginData } = content;
  const texts = portalMailTexts[worker.language];
  const { website, disclaimer } = settings.correspondence;
  const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'long', timeZone: TIME_ZONE }).format(at);
  const paragraphs = [
    texts.opening[mail]({ agency, date }),
    ...(loginData
      ? [
          `${texts.loginName}: ${loginData.loginName}\n${texts.password}: ${loginData.password}`,
          ...(website === undefined ? [] : [texts.website(website)]),
          `${texts.changeBoth} ${texts.validUntil(momentIn(texts.locale, loginData.validUntil))}`,
        ]
      : []),
    ...(mail === 'granted' && website !== undefined ? [texts.website(website)] : []),
    texts.questions({
      agency,
      ...(accountManager !== undefined && { accountManager }),
      ...(contactAddress !== undefined && { contactAddress }),
    }),
    ...(disclaimer[worker.language] ? [disclaimer[worker.language] ?? ''] : []),
  ];
  return {
    from,
    to,
    ...(contactAddress !== undefined && { replyTo: contactAddress }),
    subject: texts.subject[mail]({ agency, date }),
    text: paragraphs.join('\n\n'),
    html: htmlOf(paragraphs, worker.language),
  };
}
