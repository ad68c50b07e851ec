import type { MessageState } from '../../../../contract/message-states.ts';
import type { Notifications } from '../../notifications/model.ts';
import type { DerivedId } from '../../shared/ids.ts';
import type { MessageSummary } from '../model.ts';
import type { Messages } from '../ports.ts';

export interface RegisterEventDependencies {
  readonly messages: Pick<Messages, 'registered'>;
  readonly files: Pick<Notifications, 'add'>;
  readonly derivedId: DerivedId;
}

const SENT: readonly MessageState[] = ['submitted', 'delivered', 'undelivered'];

/**
 * Registers an SMS in the file of the worker, contact, company or employee that it went to: after it was sent and never before (E3-2),
 * once, whatever the stream tells. Then the message says so.
 */
export async function registerEvent(
  { messages, files, derivedId }: RegisterEventDependencies,
  message: MessageSummary,
): Promise<void> {
  const { tenantId, messageId, recordId: subjectId, acceptedBy: by, timeline, eventRegistered } = message;
  // The timeline only grows: the first that it says stays the first.
  const sent = timeline.find(({ event }) => SENT.includes(event as MessageState));
  if (subjectId === undefined || eventRegistered || !sent) return;
  const notificationId = derivedId('not', new Date(sent.at), messageId);
  await files.add({ tenantId, subjectId, notificationId, at: sent.at, by, kind: 'sms-sent', messageId });
  await messages.registered(message);
}
