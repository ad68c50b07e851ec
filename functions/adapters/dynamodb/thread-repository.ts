import type { AuditLine } from '../../domain/audit/model.ts';
import type { Thread } from '../../domain/inbound/threads/model.ts';
import type { Threads } from '../../domain/inbound/threads/ports.ts';
import { auditPut } from './audit.ts';
import { threadItemOf, threadOf } from './codecs/thread.ts';
import { equals, missing } from './condition.ts';
import { FILED, keys, personPartition, threadPartition } from './keys.ts';
import { goesAtSeconds } from './retention.ts';
import type { Table, Write } from './table.ts';

/** After every id. */
const END = '~';

export class ThreadRepository implements Threads {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async file(
    { tenantId, threadId, correspondent, inboundId }: Parameters<Threads['file']>[0],
    now: Date,
  ): Promise<void> {
    const expiresAtSeconds = goesAtSeconds(now);
    for (;;) {
      const before = await this.find(tenantId, threadId);
      const last = before && before.lastInboundId > inboundId ? before.lastInboundId : inboundId;
      const { readAt, readBy } = before ?? {};
      const thread: Thread = {
        ...{ tenantId, threadId, correspondent, lastInboundId: last },
        unread: (before?.unread ?? 0) + 1,
        ...(readAt !== undefined && { readAt }),
        ...(readBy !== undefined && { readBy }),
        version: (before?.version ?? 0) + 1,
      };
      const entry = keys.threadEntry(tenantId, threadId, inboundId);
      const result = await this.#table.write(
        { put: { ...entry, type: 'thread-entry', v: 1, inboundId, expiresAtSeconds }, condition: missing('pk') },
        {
          put: { ...threadItemOf(thread), expiresAtSeconds },
          condition: before ? equals('version', before.version) : missing('pk'),
        },
        ...rowWrites(thread, before, expiresAtSeconds),
      );
      // Filed now, or before. Else another message came to this thread in between.
      if (result.done || result.refused[0]) return;
    }
  }

  async find(tenantId: string, threadId: string): Promise<Thread | undefined> {
    const item = await this.#table.get(keys.thread(tenantId, threadId));
    return item && threadOf(item);
  }

  async page(tenantId: string, limit: number, before?: string): Promise<{ items: Thread[]; next?: string }> {
    const { items, next } = await this.#table.query({
      partition: { pk: threadPartition(tenantId) },
      newestFirst: true,
      limit,
      ...(before !== undefined && { after: { ...keys.threadRow(tenantId, before) } }),
    });
    const heads = items.map(({ threadId }) => keys.thread(tenantId, String(threadId)));
    const found = heads.length === 0 ? [] : await this.#table.batchGet(heads);
    const threads = found.filter((item) => item !== undefined).map(threadOf);
    return { items: threads, ...(next && { next: String(next['sk']) }) };
  }

  async inboundIds(
    { tenantId, threadId }: Pick<Thread, 'tenantId' | 'threadId'>,
    limit: number,
    { before = END, after = '' }: { readonly before?: string | undefined; readonly after?: string | undefined },
  ): Promise<string[]> {
    // One more on either side, as both ends belong to such a range.
    const { items } = await this.#table.query({
      partition: { pk: personPartition(tenantId, threadId) },
      sort: { attribute: 'sk', from: `${FILED}${after}`, to: `${FILED}${before}` },
      newestFirst: true,
      limit: limit + 1,
      consistent: true,
    });
    const ids = items.map(({ inboundId }) => String(inboundId));
    return ids.filter((id) => id !== before && id !== after).slice(0, limit);
  }

  async markRead(
    { tenantId, threadId, version }: Thread,
    read: Required<Pick<Thread, 'unread' | 'readAt' | 'readBy'>>,
    audit: AuditLine,
  ): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.thread(tenantId, threadId),
        change: { set: { ...read, version: version + 1 } },
        condition: equals('version', version),
      },
      auditPut(audit),
    );
    return done;
  }
}

/** A thread stands at its newest message alone. */
function rowWrites(thread: Thread, before: Thread | undefined, expiresAtSeconds: number): Write[] {
  const { tenantId, threadId, lastInboundId } = thread;
  if (before?.lastInboundId === lastInboundId) return [];
  const row = { ...keys.threadRow(tenantId, lastInboundId), type: 'thread-row', v: 1, threadId, expiresAtSeconds };
  return [...(before ? [{ delete: keys.threadRow(tenantId, before.lastInboundId) }] : []), { put: row }];
}
