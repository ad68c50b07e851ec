import type { Tenant } from '../../directory/model.ts';
import { type DoDutyDependencies, doDuty } from '../../mail/duties/do-duty.ts';
import type { MailDuty } from '../../mail/duties/model.ts';
import { mailText } from '../../mail/mail-text.ts';
import { momentIn } from '../../mail/moments.ts';
import type { Mailer } from '../../mail/ports.ts';
import { portalMailTexts } from '../../portal/mail-texts/index.ts';
import { readSettings, type SettingsStore } from '../../settings/settings.ts';
import type { Records } from '../records/model.ts';
import type { RefusedNumber } from './model.ts';
import { refusalTexts } from './texts/index.ts';

export interface MailRefusalDependencies extends DoDutyDependencies {
  readonly tenants: { find(tenantId: string): Promise<Pick<Tenant, 'name' | 'language' | 'messaging'>> };
  readonly settings: SettingsStore;
  readonly records: Records;
  readonly mailer: Mailer;
}

/** Mails the agency's address for errors (variable 1401) of an SMS that was refused for its number. */
export function mailRefusal(deps: MailRefusalDependencies, refused: RefusedNumber, duty: MailDuty): Promise<void> {
  return doDuty(deps, duty, () => send(deps, refused));
}

async function send(deps: MailRefusalDependencies, refused: RefusedNumber): Promise<void> {
  const { tenantId } = refused;
  const [{ name: agency, language, messaging }, { settings }] = await Promise.all([
    deps.tenants.find(tenantId),
    readSettings(deps.settings, tenantId),
  ]);
  const { errorAddress: to } = messaging;
  const { mailSender: from } = settings.correspondence;
  if (to === undefined || !from) return;
  const record = await deps.records.find(tenantId, refused.to, false);
  const texts = refusalTexts[language];
  const moment = momentIn(portalMailTexts[language].locale, new Date(refused.at));
  const recipient = record?.values[`${record.kind}.name`] ?? refused.to;
  const numbers = record?.phones.map(({ number }) => number).join(', ');
  const paragraphs = [
    texts.refused({ by: refused.by, recipient, moment }),
    texts.reason[refused.refusal],
    ...(numbers ? [texts.numbers(numbers)] : []),
  ];
  const mail = mailText(texts.subject(agency), paragraphs, language);
  await deps.mailer.send({ tenantId, subjectId: 'messaging-settings', from, to, ...mail });
}
