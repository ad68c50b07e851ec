import type { Message, TimelineEntry } from '../../domain/messaging/model.ts';
import { itemsOf } from './codecs/message.ts';
import { timelineLine } from './codecs/timeline.ts';
import { atLeast } from './condition.ts';
import { messageLists } from './index-keys.ts';
import { keys } from './keys.ts';
import { unchanged } from './message-step-writes.ts';
import { longTextWrites } from './message-writes.ts';
import type { Write } from './table.ts';

/** What is there only where it applies: what a text brings with it, and another one may not. */
const MAY_GO = ['longText', 'senderName', 'fromName', 'templateList', 'category', 'repeatsLeft'] as const;

/**
 * The message as it is from now on, what it costs more or less, and its text where that is an item of its own. The item of a long text that
 * was there before stays until the message goes: whoever has just read that it is long finds one still.
 */
export function rewriteWrites(message: Message, next: Message, entry: TimelineEntry): [Write, ...Write[]] {
  const { tenantId, messageId, walletShard } = message;
  const [own] = itemsOf(next);
  const { templateId } = next;
  const attributes: Readonly<Record<string, unknown>> = {
    ...own,
    ...(templateId !== undefined && messageLists.byTemplate(tenantId, templateId)),
  };
  const brought = MAY_GO.filter((name) => attributes[name] !== undefined);
  const more = next.credits - message.credits;
  const { text, alphabet, parts, credits, rewrites } = attributes;
  const wallet: Write = {
    update: keys.wallet(tenantId, walletShard),
    change: { add: { available: -more, reserved: more } },
    condition: more > 0 ? atLeast('available', more) : atLeast('reserved', -more),
  };
  return [
    {
      update: keys.message(tenantId, messageId),
      change: {
        set: {
          ...{ text, alphabet, parts, credits, rewrites },
          ...Object.fromEntries(brought.map((name) => [name, attributes[name]])),
        },
        append: { timeline: [timelineLine(entry)] },
        remove: MAY_GO.filter((name) => attributes[name] === undefined),
      },
      condition: unchanged(message),
    },
    ...(more === 0 ? [] : [wallet]),
    ...longTextWrites(next),
  ];
}
