import type { Box, Message } from './model.ts';
import type { Messages, WorkQueue } from './ports.ts';

/** Looked at in one sweep of a box: more than its window holds. */
const BOX_LIMIT = 200;

/** Messages with a box, as they are now; with `before` only those whose time to look again has come. */
export async function messagesWith(
  { messages, workQueue }: { readonly messages: Messages; readonly workQueue: WorkQueue },
  { tenantId, ...box }: Box,
  before?: Date,
): Promise<Message[]> {
  const ids = await workQueue.dueWith({ tenantId, ...box }, BOX_LIMIT, before);
  const found = await Promise.all(ids.map((id) => messages.find(tenantId, id)));
  return found.filter((message): message is Message => message?.state === 'handed-over');
}
