import { htmlOf } from '../mail/html.ts';
import type { Mailer } from '../mail/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { NewId } from '../shared/ids.ts';
import { switchedOffTexts } from './mail-texts.ts';
import type { Webhook } from './model.ts';
import type { Letters, Webhooks } from './ports.ts';

export interface SwitchOffDependencies {
  readonly webhooks: Pick<Webhooks, 'switchOff'>;
  readonly letters: Letters;
  readonly mailer: Mailer;
  /** hears of a mail that was not taken; never of its text */
  readonly mailFailed: (error: unknown) => void;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Switches a webhook off and mails whom it names, once. */
export async function switchOff(
  { webhooks, letters, mailer, mailFailed, clock, newId }: SwitchOffDependencies,
  webhook: Webhook,
  reason: NonNullable<Webhook['switchedOff']>['reason'],
): Promise<void> {
  const { tenantId, webhookId, mailAddress: to, url, description } = webhook;
  const at = clock.now().toISOString();
  const isFirst = await webhooks.switchOff(
    webhook,
    { at, reason },
    {
      ...{ tenantId, subjectId: webhookId, auditId: newId('aud'), at, by: 'system' },
      ...{ action: 'switched-off', detail: reason },
    },
  );
  const letter = isFirst ? await letters.letter(tenantId) : undefined;
  if (!letter) return;
  const { agency, language, from } = letter;
  const texts = switchedOffTexts[language];
  // Not the whole address: its path and query may hold a secret of the receiver's.
  const paragraphs = [texts.off(agency, description ?? new URL(url).host), texts.reason[reason], texts.todo(webhookId)];
  const mail = { subject: texts.subject(agency), text: paragraphs.join('\n\n'), html: htmlOf(paragraphs, language) };
  await mailer.send({ tenantId, subjectId: webhookId, from, to, ...mail }).catch(mailFailed);
}
