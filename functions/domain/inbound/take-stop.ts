import { type OptOutDependencies, optOut } from '../messaging/choices/opt-out.ts';
import { stopWord } from '../messaging/choices/stop-word.ts';
import type { RecipientRecord } from '../messaging/records/model.ts';
import type { Notification } from '../notifications/model.ts';
import type { DerivedId } from '../shared/ids.ts';
import type { InboundMessage } from './model.ts';
import { isNumber } from './threads/model.ts';

export interface TakeStopDependencies extends OptOutDependencies {
  readonly files: { add(notification: Notification): Promise<void> };
  readonly derivedId: DerivedId;
}

/**
 * Keeps that somebody wants no more SMS, where that is all that a message says; what waits for the number is cancelled.
 *
 * @returns the word by which it was said; undefined for any other message
 */
export async function takeStop(
  deps: TakeStopDependencies,
  inbound: InboundMessage,
  correspondent: string,
): Promise<string | undefined> {
  const { tenantId, inboundId, kind, text, missing, receivedAt } = inbound;
  const word = kind === 'text' && !missing && isNumber(correspondent) ? stopWord(text) : undefined;
  if (word === undefined) return undefined;
  const since = new Date(receivedAt);
  const optOutId = deps.derivedId('opt', since, inboundId);
  const said = { tenantId, optOutId, since: receivedAt, source: 'sms', inboundId, word } as const;
  const auditId = deps.derivedId('aud', since, inboundId);
  const audit = { tenantId, subjectId: optOutId, auditId, at: receivedAt, by: 'system', action: 'opted-out' };
  await optOut(deps, correspondent, said, audit);
  return word;
}

/** Has the files of those who have the number say that no more SMS are wanted. */
export async function noteStop(
  { files, derivedId }: Pick<TakeStopDependencies, 'files' | 'derivedId'>,
  { tenantId, inboundId, receivedAt }: InboundMessage,
  records: readonly RecipientRecord[],
): Promise<void> {
  const since = new Date(receivedAt);
  for (const { id: subjectId } of records) {
    const notificationId = derivedId('not', since, `${inboundId} ${subjectId}`);
    const line = { tenantId, subjectId, notificationId, at: receivedAt, by: 'system', kind: 'sms-opted-out' };
    await files.add(line);
  }
}
