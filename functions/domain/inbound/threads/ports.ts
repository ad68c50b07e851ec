import type { AuditLine } from '../../audit/model.ts';
import type { Thread } from './model.ts';

export interface Threads {
  /** Puts a message into its thread, once; the thread is made where there is none. */
  file(
    filed: Pick<Thread, 'tenantId' | 'threadId' | 'correspondent'> & { readonly inboundId: string },
    now: Date,
  ): Promise<void>;
  find(tenantId: string, threadId: string): Promise<Thread | undefined>;
  /** That with the newest message first; `next` is the inbound message to go on before. */
  page(tenantId: string, limit: number, before?: string): Promise<{ items: Thread[]; next?: string }>;
  /** Ids of what came in, newest first; with `before` those before this one, and with `after` those after this one. */
  inboundIds(
    thread: Pick<Thread, 'tenantId' | 'threadId'>,
    limit: number,
    where: { readonly before?: string | undefined; readonly after?: string | undefined },
  ): Promise<string[]>;
  /** False when the thread is no longer in the version of `thread`. */
  markRead(
    thread: Thread,
    read: Required<Pick<Thread, 'unread' | 'readAt' | 'readBy'>>,
    audit: AuditLine,
  ): Promise<boolean>;
}
