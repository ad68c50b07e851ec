import type * as z from 'zod/mini';
import { recordOf } from '../../../../contract/record-id.ts';
import type { acceptedMessage } from '../../../../contract/routes/messaging.ts';
import type { Country } from '../../directory/model.ts';
import {
  type AcceptDependencies,
  acceptMessage,
  type MessageSender,
  type NewMessage,
} from '../../messaging/accept-message.ts';
import type { NumberedRecords } from '../../messaging/records/model.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { recordsWith } from './correspondent.ts';
import type { Threads } from './ports.ts';

export interface ReplyDependencies {
  readonly threads: Pick<Threads, 'find'>;
  readonly records: NumberedRecords;
  readonly accept: AcceptDependencies;
}

/**
 * Answers to the number of a thread, as any SMS is sent. Where one record has that number, and the sender may see it, the message
 * belongs to it.
 *
 * @throws DomainError `not-found`, `number-invalid` for what has no number, and as acceptMessage
 */
export async function replyToThread(
  { threads, records, accept }: ReplyDependencies,
  sender: MessageSender & { readonly country: Country },
  threadId: string,
  asked: Omit<NewMessage, 'to' | 'number'>,
  key: string,
): Promise<z.input<typeof acceptedMessage>> {
  const thread = await threads.find(sender.tenantId, threadId);
  if (!thread) throw new DomainError('not-found');
  const number = thread.correspondent;
  const [record, ...others] = await recordsWith({ records, numbers: accept.numbers }, sender, number);
  const permission = record && recordOf(record.id)?.permission;
  const isKnown = record && others.length === 0 && permission && sender.permissions.has(permission);
  const request = { route: 'thread-messages', key, asked: { threadId, ...asked } };
  return acceptMessage(accept, sender, { ...asked, to: isKnown ? record.id : number, number }, request);
}
