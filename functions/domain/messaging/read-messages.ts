import type * as z from 'zod/mini';
import type { Language } from '../../../contract/catalogues/index.ts';
import { sayReason } from '../../../contract/catalogues/provider-reasons.ts';
import type { message as messageSchema, messageSummary } from '../../../contract/routes/messaging.ts';
import { DomainError } from '../shared/domain-error.ts';
import { inOrder } from './life.ts';
import { type Message, type MessageSummary, routeOf } from './model.ts';
import { type NameOf, type Names, peopleIn, personIn, withName } from './people.ts';
import type { Messages } from './ports.ts';

export async function getMessage(
  { messages, names }: { readonly messages: Pick<Messages, 'find'>; readonly names: Names },
  tenantId: string,
  messageId: string,
  language: Language,
): Promise<z.input<typeof messageSchema>> {
  const message = await messages.find(tenantId, messageId);
  if (!message) throw new DomainError('not-found');
  const known = await names.of(tenantId, peopleIn(message.timeline.map(({ detail }) => detail)));
  const nameOf = (id: string) => known.get(id);
  const timeline = inOrder(message.timeline).map(({ event, at, detail }) => ({
    ...{ event, at },
    ...(detail !== undefined && whoOrWhy(detail, nameOf, language)),
  }));
  return { ...shared(message, language, nameOf), text: message.text, timeline };
}

/** With names in place of ids. */
const said = (reason: string, nameOf: NameOf, language: Language) => withName(sayReason(language, reason), nameOf);

function whoOrWhy(detail: string, nameOf: NameOf, language: Language) {
  if (personIn(detail) !== detail) return { detail: said(detail, nameOf, language) };
  const name = nameOf(detail);
  return { by: { id: detail, ...(name !== undefined && { name }) } };
}

/** Messages as a list shows them. */
export async function describeSummaries(
  { names }: { readonly names: Names },
  tenantId: string,
  items: readonly MessageSummary[],
  language: Language,
): Promise<z.input<typeof messageSummary>[]> {
  const known = await names.of(tenantId, peopleIn(items.map(({ reason }) => reason)));
  return items.map((item) => ({
    ...shared(item, language, (id) => known.get(id)),
    text: item.text,
    textComplete: item.textComplete,
  }));
}

function shared(message: Message | MessageSummary, language: Language, nameOf: NameOf) {
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
    ...(message.reason !== undefined && { reason: said(message.reason, nameOf, language) }),
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
