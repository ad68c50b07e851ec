import type * as z from 'zod/mini';
import type { Language } from '../../../contract/catalogues/index.ts';
import { sayReason } from '../../../contract/catalogues/provider-reasons.ts';
import type { message as messageSchema, messageSummary } from '../../../contract/routes/messaging.ts';
import { DomainError } from '../shared/domain-error.ts';
import { inOrder } from './life.ts';
import { type Message, type MessageSummary, routeOf } from './model.ts';
import type { Messages } from './ports.ts';

export async function getMessage(
  messages: Messages,
  tenantId: string,
  messageId: string,
  language: Language,
): Promise<z.input<typeof messageSchema>> {
  const message = await messages.find(tenantId, messageId);
  if (!message) throw new DomainError('not-found');
  const timeline = inOrder(message.timeline).map(({ detail, ...entry }) => ({
    ...entry,
    ...(detail !== undefined && { detail: sayReason(language, detail) }),
  }));
  return { ...shared(message, language), text: message.text, timeline };
}

/** A message as a list shows it. */
export function describeSummary(item: MessageSummary, language: Language): z.input<typeof messageSummary> {
  return { ...shared(item, language), text: item.text, textComplete: item.textComplete };
}

function shared(message: Message | MessageSummary, language: Language) {
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
    ...(message.dueAt !== undefined && { sendAt: message.dueAt }),
    ...(message.heldUntil !== undefined && { heldUntil: message.heldUntil }),
    priority: message.priority ?? ('normal' as const),
    ...(message.partsSubmitted !== undefined && { partsSubmitted: message.partsSubmitted }),
    ...(message.reason !== undefined && { reason: sayReason(language, message.reason) }),
    route: routeOf(message),
    ...(message.providerId !== undefined && { providerId: message.providerId }),
    ...(message.copyOf !== undefined && { copyOf: message.copyOf }),
    delivery: message.repeatsLeft === undefined ? ('at-most-once' as const) : ('at-least-once' as const),
    category: message.category ?? ('operational' as const),
    ...(message.senderName !== undefined && { senderName: message.senderName }),
    ...(message.recordId !== undefined && { recordId: message.recordId }),
    ...(message.eventRegistered && { eventRegistered: message.eventRegistered }),
    ...(message.templateId !== undefined && { templateId: message.templateId }),
    ...(message.batchId !== undefined && { batchId: message.batchId }),
    ...(message.sender && { modem: { boxId: message.sender.boxId, name: message.sender.modem } }),
    ...(cancelRequested && { cancelRequestedAt: cancelRequested.at }),
  };
}
