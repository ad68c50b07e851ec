import { fillPlaceholders, type Placeholder } from '../../../contract/mail-template.ts';
import { mailText } from '../mail/mail-text.ts';
import { dayIn, momentIn } from '../mail/moments.ts';
import type { MailText } from '../mail/ports.ts';
import type { IssuedLoginData } from './first-login-data.ts';
import { type Correspondence, contactAddress } from './mail-plan.ts';
import { type PortalMail, portalMailTexts } from './mail-texts/index.ts';
import type { TemplateText } from './pick-template.ts';

/** What a mail about portal access tells. */
export interface Told {
  readonly mail: PortalMail;
  readonly at: Date;
  readonly loginData?: IssuedLoginData | undefined;
  /** in place of the built-in text */
  readonly template?: TemplateText | undefined;
}

/** The mail in the worker's language, as text and as HTML; the agency's disclaimer stands at the end of each. */
export function composePortalMail(correspondence: Correspondence, told: Told): MailText {
  const { settings, worker } = correspondence;
  const disclaimer = settings.correspondence.disclaimer[worker.language];
  const { subject, paragraphs } = told.template
    ? fromTemplate(correspondence, told, told.template)
    : builtIn(correspondence, told);
  const all = [...paragraphs, ...(disclaimer ? [disclaimer] : [])];
  return mailText(subject, all, worker.language, settings.correspondence.website);
}

interface Composed {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

function builtIn(correspondence: Correspondence, told: Told): Composed {
  const { agency, worker } = correspondence;
  const texts = portalMailTexts[worker.language];
  const { date, website, loginName, password, validUntil, accountManager, contactAddress } = valuesOf(
    correspondence,
    told,
  );
  const paragraphs = [
    texts.opening[told.mail]({ agency, date }),
    ...(told.loginData
      ? [
          `${texts.loginName}: ${loginName}\n${texts.password}: ${password}`,
          website,
          `${texts.changeBoth} ${texts.validUntil(validUntil)}`,
        ]
      : []),
    ...(told.mail === 'granted' ? [website] : []),
    texts.questions({ agency, accountManager, contactAddress }),
  ];
  return { subject: texts.subject[told.mail]({ agency, date }), paragraphs: paragraphs.filter((one) => one !== '') };
}

function fromTemplate(correspondence: Correspondence, told: Told, { subject, body }: TemplateText): Composed {
  const values = valuesOf(correspondence, told);
  return {
    subject: fillPlaceholders(subject, values),
    paragraphs: fillPlaceholders(body, values).split(/\n\n+/),
  };
}

/** What stands for each placeholder; nothing where it is not known. */
function valuesOf(correspondence: Correspondence, { at, loginData }: Told): Readonly<Record<Placeholder, string>> {
  const { agency, settings, worker, branch, accountManager } = correspondence;
  const texts = portalMailTexts[worker.language];
  const { website } = settings.correspondence;
  return {
    worker: [worker.givenName, worker.infix, worker.familyName].filter(Boolean).join(' '),
    tenant: agency,
    branch: branch?.name ?? '',
    accountManager: accountManager?.name ?? '',
    contactAddress: contactAddress(correspondence) ?? '',
    date: dayIn(texts.locale, at),
    loginName: loginData?.loginName ?? '',
    password: loginData?.password ?? '',
    validUntil: loginData ? momentIn(texts.locale, loginData.validUntil) : '',
    website: website === undefined ? '' : texts.website(website),
  };
}
