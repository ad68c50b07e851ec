import * as z from 'zod/mini';
import type { Thread } from '../../../domain/inbound/threads/model.ts';
import { keys } from '../keys.ts';
import type { Item, Key } from '../table.ts';
import { bare, kind } from './kind.ts';

const threadItem = z.object({
  ...kind('thread'),
  tenantId: z.string(),
  threadId: z.string(),
  correspondent: z.string(),
  lastInboundId: z.string(),
  unread: z.number(),
  readAt: z.optional(z.string()),
  readBy: z.optional(z.string()),
  version: z.number(),
});

export const threadItemOf = (thread: Thread): Key & Item => ({
  ...keys.thread(thread.tenantId, thread.threadId),
  type: 'thread',
  v: 1,
  ...thread,
});

export function threadOf(item: Item): Thread {
  const { readAt, readBy, ...rest } = bare(z.parse(threadItem, item));
  return { ...rest, ...(readAt !== undefined && { readAt }), ...(readBy !== undefined && { readBy }) };
}
