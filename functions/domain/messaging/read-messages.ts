import type * as z from 'zod/mini';
import type { message as messageSchema, messageSummary } from '../../../contract/routes/messaging.ts';
import { DomainError } from '../shared/domain-error.ts';
import { inOrder } from './life.ts';
import type { Message, MessageSummary } from './model.ts';
import type { Messages } from './ports.ts';

export async function getMessage(
  messages: Messages,
  tenantId: string,
  messageId: string,
): Promise<z.input<typeof messageSchema>> {
  const message = await messages.find(tenantId, messageId);
  if (!message) throw new DomainError('not-found');
  return { ...shared(message), text: message.text, timeline: inOrder(message.timeline) };
}

/** A message as a list shows it. */
export function describeSummary(item: MessageSummary): z.input<typeof messageSummary> {
  return { ...shared(item), text: item.text, textComplete: item.textComplete };
}

function shared(message: Message | MessageSummary) {
  const cancelRequested = message.timeline.find(({ event }) => event === 'cancel-requested');
  return {
    id: message.messageId,
    state: message.state,
    to: message.to,
    alphabet: message.alphabet,
    parts: message.parts,
    credits: message.credits,
    acceptedAt: message.acceptedAt,
    expiresAt: message.expiresAt,
    ...(message.partsSubmitted !== undefined && { partsSubmitted: message.partsSubmitted }),
    ...(message.reason !== undefined && { reason: message.reason }),
    ...(message.copyOf !== undefined && { copyOf: message.copyOf }),
    category: message.category ?? ('operational' as const),
    ...(message.senderName !== undefined && { senderName: message.senderName }),
    ...(message.recordId !== undefined && { recordId: message.recordId }),
    ...(message.templateId !== undefined && { templateId: message.templateId }),
    ...(message.sender && { modem: { boxId: message.sender.boxId, name: message.sender.modem } }),
    ...(cancelRequested && { cancelRequestedAt: cancelRequested.at }),
  };
}
