import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Threads } from './ports.ts';

/** What is newer than what somebody has seen is counted up to this. */
const COUNTED_AT_MOST = 1000;

/**
 * Marks a thread as read up to a message; what came later stays unread. Asked again it changes nothing.
 *
 * @throws DomainError `not-found`
 */
export async function markRead(
  { threads, clock, newId }: { readonly threads: Threads; readonly clock: Clock; readonly newId: NewId },
  actor: Actor,
  threadId: string,
  upTo: string,
): Promise<void> {
  const { tenantId, id: readBy } = actor;
  for (;;) {
    const thread = await threads.find(tenantId, threadId);
    if (!thread) throw new DomainError('not-found');
    const newer = await threads.inboundIds(thread, COUNTED_AT_MOST, { after: upTo });
    const unread = Math.min(newer.length, thread.unread);
    if (unread === thread.unread) return;
    const readAt = clock.now().toISOString();
    const audit = auditLine(newId, actor, threadId, readAt, { action: 'read' });
    if (await threads.markRead(thread, { unread, readAt, readBy }, audit)) return;
  }
}
