import type { Tenant } from '../../directory/model.ts';
import { htmlOf } from '../../mail/html.ts';
import { MailPutOff } from '../../mail/mail-put-off.ts';
import { momentIn } from '../../mail/moments.ts';
import type { Mailer } from '../../mail/ports.ts';
import type { RecipientRecord } from '../../messaging/records/model.ts';
import { portalMailTexts } from '../../portal/mail-texts/index.ts';
import { readSettings, type SettingsStore } from '../../settings/settings.ts';
import { after, type Clock, MINUTE } from '../../shared/clock.ts';
import type { InboundMessage } from '../model.ts';
import type { InboundMessages } from '../ports.ts';
import { forwardTexts } from './texts/index.ts';

/** Until a mail that was not taken is tried again. */
export const PUT_OFF_FOR = 10 * MINUTE;

export interface ForwardDependencies {
  readonly inbound: Pick<InboundMessages, 'claimMail' | 'putOffMail'>;
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly mailer: Mailer;
  /** hears of a mail that was not taken; never of its text */
  readonly mailFailed: (error: unknown) => void;
}

/** Who wrote, as staff know them. */
export interface From {
  readonly correspondent: string;
  readonly records: readonly RecipientRecord[];
  /** that nothing else was said than that no more SMS are wanted */
  readonly isStop: boolean;
}

/**
 * Mails an SMS that came in to the address that the agency has set for that, once at most: where the mail service takes none for now, later;
 * where it is not known whether it took the mail, never again, as the SMS stands in its thread. One by which somebody wants no more SMS is
 * mailed also where none is set: to the address for errors (1401).
 */
export async function forward(
  deps: ForwardDependencies,
  { name: agency, language, messaging }: Pick<Tenant, 'name' | 'language' | 'messaging'>,
  inbound: InboundMessage,
  { correspondent, records, isStop }: From,
): Promise<void> {
  const { tenantId, inboundId, text, receivedAt, missing } = inbound;
  const to = messaging.forwardTo ?? (isStop ? messaging.errorAddress : undefined);
  if (to === undefined || text === '') return;
  const { settings } = await readSettings(deps.settings, tenantId);
  const { mailSender: from } = settings.correspondence;
  if (!from || !(await deps.inbound.claimMail(tenantId, inboundId))) return;
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
  const mail = { subject, text: paragraphs.join('\n\n'), html: htmlOf(paragraphs, language) };
  try {
    await deps.mailer.send({ tenantId, subjectId: 'messaging-settings', from, to, ...mail });
  } catch (error) {
    deps.mailFailed(error);
    if (!(error instanceof MailPutOff)) return;
    await deps.inbound.putOffMail(tenantId, inboundId, after(deps.clock.now(), PUT_OFF_FOR));
  }
}
