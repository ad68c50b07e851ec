import type { MessageExportJob } from '../../../contract/jobs.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { ExportKey, MessageExport } from '../../domain/messaging/exports/model.ts';
import type { MessageExports } from '../../domain/messaging/exports/ports.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import { messageExportOf } from './codecs/message-export.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { equals, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { addOnce } from './idempotency.ts';
import { lookOrder, workQueues } from './index-keys.ts';
import { keys } from './keys.ts';
import type { Item, Key, Table } from './table.ts';

/** Exports of an agency that are taken up in one minute. */
const DUE_AT_MOST = 20;

export class MessageExportRepository implements MessageExports {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add<A extends object>(
    one: MessageExport,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A>> {
    return addOnce(this.#table, one.tenantId, request, { put: itemOf(one), condition: missing('pk') }, auditPut(audit));
  }

  async find({ tenantId, exportId }: ExportKey): Promise<MessageExport | undefined> {
    const item = await this.#table.get(keys.messageExport(tenantId, exportId));
    return item && messageExportOf(item);
  }

  async change(before: MessageExport, next: MessageExport): Promise<boolean> {
    const put = itemOf({ ...next, version: before.version + 1 });
    const { done } = await this.#table.write({ put, condition: equals('version', before.version) });
    return done;
  }

  async due(tenantId: string, before: Date): Promise<MessageExportJob[]> {
    const { items } = await this.#table.query({
      index: 'workQueue',
      partition: { workQueue: workQueues.exports(tenantId) },
      sort: { attribute: 'workOrder', below: before.toISOString() },
      limit: DUE_AT_MOST,
    });
    return items.map((item) => {
      const { workOrder } = workQueueRowOf(item);
      return { tenantId, exportId: workOrder.slice(workOrder.indexOf('#') + 1) };
    });
  }
}

/** In the work queue until it is done: a process that dies, or a hint that is lost, costs some minutes. */
function itemOf(one: MessageExport): Key & Item {
  const { tenantId, exportId, state, heldUntil, createdAt, expiresAt } = one;
  return {
    ...keys.messageExport(tenantId, exportId),
    ...{ type: 'message-export', v: 1, ...one },
    ...(state === 'running' && {
      workQueue: workQueues.exports(tenantId),
      workOrder: lookOrder(heldUntil ?? createdAt, exportId),
    }),
    expiresAtSeconds: epochSeconds(expiresAt),
  };
}
