import type { Tenant } from '../../directory/model.ts';
import { type DoDutyDependencies, doDuty } from '../../mail/duties/do-duty.ts';
import type { MailDuty } from '../../mail/duties/model.ts';
import { mailText } from '../../mail/mail-text.ts';
import { momentIn } from '../../mail/moments.ts';
import type { Mailer } from '../../mail/ports.ts';
import { portalMailTexts } from '../../portal/mail-texts/index.ts';
import { readSettings, type SettingsStore } from '../../settings/settings.ts';
import type { Records } from '../records/model.ts';
import type { RefusedNumber, WrongNumbers } from './model.ts';
import { type RefusalTexts, refusalTexts } from './texts/index.ts';
import { wrongNumbersMail } from './wrong-numbers-mail.ts';

export interface MailRefusalDependencies extends DoDutyDependencies {
  readonly tenants: { find(tenantId: string): Promise<Pick<Tenant, 'name' | 'language' | 'messaging'>> };
  readonly settings: SettingsStore;
  readonly records: Records;
  readonly mailer: Mailer;
}

/** Mails the agency's address for errors (variable 1401) of an SMS that was refused for its number, or of a batch's wrong ones. */
export function mailRefusal(
  deps: MailRefusalDependencies,
  refused: RefusedNumber | WrongNumbers,
  duty: MailDuty,
): Promise<void> {
  return doDuty(deps, duty, () => send(deps, refused));
}

async function send(deps: MailRefusalDependencies, refused: RefusedNumber | WrongNumbers): Promise<void> {
  const { tenantId } = refused;
  const [{ name: agency, language, messaging }, { settings }] = await Promise.all([
    deps.tenants.find(tenantId),
    readSettings(deps.settings, tenantId),
  ]);
  const { errorAddress: to } = messaging;
  const { mailSender: from } = settings.correspondence;
  if (to === undefined || !from) return;
  const texts = refusalTexts[language];
  const moment = momentIn(portalMailTexts[language].locale, new Date(refused.at));
  const { subject, paragraphs } =
    'batch' in refused
      ? wrongNumbersMail(texts.batch, refused, { agency, moment })
      : await refusedNumberMail(deps, texts, refused, { agency, moment });
  const mail = mailText(subject, paragraphs, language);
  await deps.mailer.send({ tenantId, subjectId: 'messaging-settings', from, to, ...mail });
}

async function refusedNumberMail(
  { records }: Pick<MailRefusalDependencies, 'records'>,
  texts: RefusalTexts,
  { tenantId, to, by, refusal }: RefusedNumber,
  { agency, moment }: { readonly agency: string; readonly moment: string },
) {
  const record = await records.find(tenantId, to, false);
  const recipient = record?.values[`${record.kind}.name`] ?? to;
  const numbers = record?.phones.map(({ number }) => number).join(', ');
  const reason = [texts.refused({ by, recipient, moment }), texts.reason[refusal]];
  return { subject: texts.subject(agency), paragraphs: [...reason, ...(numbers ? [texts.numbers(numbers)] : [])] };
}
