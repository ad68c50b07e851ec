import type { Message, MessageSummary } from '../../domain/messaging/model.ts';
import type { MessageItem } from './codecs.ts';
import { keys } from './keys.ts';
import type { Item, Key } from './table.ts';

/** Texts of more bytes than this have an item of their own, so that the message's item, written at each step, stays below 1 kB. */
const TEXT_BYTES = 300;
/** What the message's item keeps of such a text, for lists. */
const PREVIEW_CHARACTERS = 100;

/** The items of a new message: its own, and its text's if that is long. */
export function itemsOf(message: Message): [Key & Item, (Key & Item)?] {
  const { tenantId, messageId, text, handover: _, ...rest } = message;
  const own = { ...keys.message(tenantId, messageId), type: 'message', v: 1, tenantId, messageId, ...rest, attempt: 0 };
  if (Buffer.byteLength(text) <= TEXT_BYTES) return [{ ...own, text }];
  const preview = [...text].slice(0, PREVIEW_CHARACTERS).join('');
  return [
    { ...own, text: preview, longText: true },
    { ...keys.messageText(tenantId, messageId), type: 'message-text', v: 1, text },
  ];
}

export function messageOf(item: MessageItem, text: string): Message {
  const {
    type: _,
    v: __,
    longText: ___,
    attempt,
    boxId,
    journalId,
    looks,
    partsSubmitted,
    reason,
    timeline,
    ...rest
  } = item;
  return {
    ...rest,
    text,
    timeline: timeline.map(({ event, at, detail }) => ({ event, at, ...(detail !== undefined && { detail }) })),
    ...(boxId !== undefined &&
      journalId !== undefined && { handover: { attempt, boxId, journalId, looks: looks ?? 0 } }),
    ...(partsSubmitted !== undefined && { partsSubmitted }),
    ...(reason !== undefined && { reason }),
  };
}

export function summaryOf(item: MessageItem): MessageSummary {
  return { ...messageOf(item, item.text), textComplete: !item.longText };
}
