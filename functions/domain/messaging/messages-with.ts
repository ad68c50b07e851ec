import { findMessages } from './find-messages.ts';
import type { Box, Message } from './model.ts';
import type { Messages, Trouble, WorkQueue } from './ports.ts';

/** Looked at in one sweep of a box: more than its window holds. */
const BOX_LIMIT = 200;

/** Messages with a box, as they are now; with `before` only those whose time to look again has come. */
export async function messagesWith(
  dependencies: { readonly messages: Messages; readonly workQueue: WorkQueue; readonly trouble: Trouble },
  { tenantId, ...box }: Box,
  before?: Date,
): Promise<Message[]> {
  const ids = await dependencies.workQueue.dueWith({ tenantId, ...box }, BOX_LIMIT, before);
  const found = await findMessages(dependencies, tenantId, ids);
  return found.filter(({ state }) => state === 'handed-over');
}
