import * as z from 'zod/mini';
import { MESSAGE_STATES } from '../../../../contract/message-states.ts';
import { PROVIDERS, SENDING_ROUTES } from '../../../../contract/providers.ts';
import type { Message, MessageSummary } from '../../../domain/messaging/model.ts';
import { messageLists } from '../index-keys.ts';
import { keys } from '../keys.ts';
import type { Item, Key } from '../table.ts';
import { bare, kind } from './kind.ts';
import { longMoment, shortMoment } from './short-moment.ts';
import { timelineLines, timelineOf } from './timeline.ts';

const messageItem = z.object({
  ...kind('message'),
  tenantId: z.string(),
  messageId: z.string(),
  state: z.enum(MESSAGE_STATES),
  to: z.string(),
  /** whole, or its beginning when `longText` is set and the whole has its own item */
  text: z.string(),
  longText: z.optional(z.literal(true)),
  alphabet: z.enum(['gsm7', 'ucs2']),
  parts: z.number(),
  credits: z.number(),
  pricePer: z.enum(['message', 'part']),
  walletShard: z.number(),
  acceptedAt: z.string(),
  dueAt: z.optional(z.string()),
  rewrites: z.optional(z.number()),
  priority: z.optional(z.enum(['high', 'low'])),
  heldUntil: z.optional(z.string()),
  expiresAt: z.string(),
  senderList: z.string(),
  senderName: z.optional(z.string()),
  /** the modem that its sender chose, `box_…` and its name there */
  sender: z.optional(z.object({ boxId: z.string(), modem: z.string() })),
  routes: z.optional(z.array(z.enum(SENDING_ROUTES))),
  fromName: z.optional(z.string()),
  copyOf: z.optional(z.string()),
  recordList: z.optional(z.string()),
  templateList: z.optional(z.string()),
  batchId: z.optional(z.string()),
  eventList: z.optional(z.string()),
  category: z.optional(z.literal('marketing')),
  repeatsLeft: z.optional(z.number()),
  codeOf: z.optional(z.string()),
  attempt: z.number(),
  boxId: z.optional(z.string()),
  journalId: z.optional(z.string()),
  looks: z.optional(z.number()),
  provider: z.optional(z.enum(PROVIDERS)),
  callSince: z.optional(z.string()),
  providerId: z.optional(z.string()),
  withdrawTo: z.optional(z.enum(['cancelled', 'accepted'])),
  withdrawReason: z.optional(z.string()),
  partsSubmitted: z.optional(z.number()),
  reason: z.optional(z.string()),
  timeline: z.array(z.string()),
});
type MessageItem = z.output<typeof messageItem>;
export const messageItemOf = (item: Item): MessageItem => z.parse(messageItem, item);

const messageTextItem = z.object({ ...kind('message-text'), text: z.string() });
export const messageTextOf = (item: Item | undefined): string => z.parse(messageTextItem, item).text;

/** Texts of more bytes than this have an item of their own, so that the message's item, written at each step, stays below 1 kB. */
const TEXT_BYTES = 300;
/** What the message's item keeps of such a text, for lists. */
const PREVIEW_CHARACTERS = 100;

/** The items of a new message: its own, and its text's if that is long. */
export function itemsOf(message: Message): [Key & Item, (Key & Item)?] {
  const { tenantId, messageId, text, handover: _, call: __, withdrawal: ___, ...more } = message;
  // Their lists say these.
  const { acceptedBy: ____, recordId: _____, templateId: ______, ...rest } = more;
  const expiresAt = shortMoment(message.expiresAt);
  const timeline = timelineLines(message);
  const own = {
    ...keys.message(tenantId, messageId),
    ...{ type: 'message', v: 1, tenantId, messageId, ...rest, expiresAt, timeline, attempt: 0 },
  };
  if (Buffer.byteLength(text) <= TEXT_BYTES) return [{ ...own, text }];
  const preview = [...text].slice(0, PREVIEW_CHARACTERS).join('');
  return [
    { ...own, text: preview, longText: true },
    { ...keys.messageText(tenantId, messageId), type: 'message-text', v: 1, text },
  ];
}

export function messageOf(item: MessageItem, text: string): Message {
  const { longText: _, attempt, boxId, journalId, looks, provider, callSince, ...more } = bare(item);
  const { withdrawTo, withdrawReason, routes, fromName, providerId, dueAt, priority, heldUntil, ...others } = more;
  const {
    partsSubmitted,
    reason,
    senderName,
    sender,
    copyOf,
    codeOf,
    recordList,
    templateList,
    batchId,
    eventList,
    category,
    repeatsLeft,
    timeline,
    senderList,
    rewrites,
    ...rest
  } = others;
  const acceptedBy = messageLists.idIn(senderList);
  return {
    ...rest,
    text,
    acceptedBy,
    expiresAt: longMoment(rest.expiresAt),
    timeline: timelineOf(timeline, { ...rest, acceptedBy }),
    ...(boxId !== undefined &&
      journalId !== undefined && { handover: { attempt, boxId, journalId, looks: looks ?? 0 } }),
    ...(provider &&
      callSince !== undefined && {
        call: { attempt, provider, since: longMoment(callSince), looks: looks ?? 0 },
      }),
    ...(dueAt !== undefined && { dueAt }),
    ...(rewrites !== undefined && { rewrites }),
    ...(priority && { priority }),
    ...(heldUntil !== undefined && { heldUntil }),
    ...(routes && { routes }),
    ...(fromName !== undefined && { fromName }),
    ...(providerId !== undefined && { providerId }),
    ...(withdrawTo && {
      withdrawal: { to: withdrawTo, ...(withdrawReason !== undefined && { reason: withdrawReason }) },
    }),
    ...(senderName !== undefined && { senderName }),
    ...(sender && { sender }),
    ...(copyOf !== undefined && { copyOf }),
    ...(codeOf !== undefined && { codeOf }),
    ...(recordList !== undefined && { recordId: messageLists.idIn(recordList) }),
    ...(templateList !== undefined && { templateId: messageLists.idIn(templateList) }),
    ...(batchId !== undefined && { batchId }),
    ...(eventList !== undefined && { eventRegistered: true as const }),
    ...(category && { category }),
    ...(repeatsLeft !== undefined && { repeatsLeft }),
    ...(partsSubmitted !== undefined && { partsSubmitted }),
    ...(reason !== undefined && { reason }),
  };
}

export function summaryOf(item: MessageItem): MessageSummary {
  return { ...messageOf(item, item.text), textComplete: !item.longText };
}
