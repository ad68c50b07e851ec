import type { Tenant } from '../../directory/model.ts';
import { type DoDutyDependencies, doDuty } from '../../mail/duties/do-duty.ts';
import type { MailDuty } from '../../mail/duties/model.ts';
import { mailText } from '../../mail/mail-text.ts';
import { momentIn } from '../../mail/moments.ts';
import type { Mailer } from '../../mail/ports.ts';
import type { RecipientRecord } from '../../messaging/records/model.ts';
import { portalMailTexts } from '../../portal/mail-texts/index.ts';
import { readSettings, type SettingsStore } from '../../settings/settings.ts';
import type { InboundMessage } from '../model.ts';
import { forwardTexts } from './texts/index.ts';

export interface ForwardDependencies extends DoDutyDependencies {
  readonly settings: SettingsStore;
  readonly mailer: Mailer;
}

/** Who wrote, as staff know them. */
export interface From {
  readonly correspondent: string;
  readonly records: readonly RecipientRecord[];
  /** that nothing else was said than that no more SMS are wanted */
  readonly isStop: boolean;
  readonly duty: MailDuty;
}

/**
 * Mails an SMS that came in to the address that the agency has set for that. One by which somebody wants no more SMS is mailed also where
 * none is set: to the address for errors (1401).
 */
export async function forward(
  deps: ForwardDependencies,
  { name: agency, language, messaging }: Pick<Tenant, 'name' | 'language' | 'messaging'>,
  inbound: InboundMessage,
  { correspondent, records, isStop, duty }: From,
): Promise<void> {
  const { tenantId, text, receivedAt, missing } = inbound;
  const to = messaging.forwardTo ?? (isStop ? messaging.errorAddress : undefined);
  if (to === undefined || text === '') return;
  const { settings } = await readSettings(deps.settings, tenantId);
  const { mailSender: from } = settings.correspondence;
  if (!from) return;
  const texts = forwardTexts[language];
  const names = records.flatMap(({ kind, values }) => values[`${kind}.name`] ?? []);
  const who = names.length > 0 ? `${names.join(', ')} (${correspondent})` : correspondent;
  const moment = momentIn(portalMailTexts[language].locale, new Date(receivedAt));
  const paragraphs = [
    texts.came({ who, moment }),
    text,
    ...(missing ? [texts.incomplete] : []),
    ...(isStop ? [texts.stopped] : []),
  ];
  const subject = `${agency}: ${(isStop ? texts.stopSubject : texts.subject)(who)}`;
  const mail = mailText(subject, paragraphs, language);
  const send = () => deps.mailer.send({ tenantId, subjectId: 'messaging-settings', from, to, ...mail });
  await doDuty(deps, duty, send);
}
