import type { WebhookJob } from '../../../contract/jobs.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import { after, DAY } from '../../domain/shared/clock.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import type { Replay, WebhookKey } from '../../domain/webhooks/model.ts';
import type { Replays } from '../../domain/webhooks/ports.ts';
import { auditPut } from './audit.ts';
import { replayOf } from './codecs/webhook.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { exists } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { addOnce, earlierOf } from './idempotency.ts';
import { replayOrder, workQueues } from './index-keys.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** It is done within minutes; one that can never be done goes by itself. */
const KEPT = DAY;

export class WebhookReplayRepository implements Replays {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** In the work queue until it ends, so that a hint that is lost costs a minute alone. */
  async add<A extends object>(
    replay: Replay,
    at: Date,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A>> {
    const { tenantId, webhookId, replayId } = replay;
    return addOnce(
      this.#table,
      tenantId,
      request,
      {
        put: {
          ...keyOf(replay),
          ...{ type: 'webhook-replay', v: 1, ...replay },
          workQueue: workQueues.replays(tenantId),
          workOrder: replayOrder(at.toISOString(), webhookId, replayId),
          expiresAtSeconds: epochSeconds(after(at, KEPT)),
        },
      },
      auditPut(audit),
    );
  }

  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined> {
    return earlierOf(this.#table, tenantId, request);
  }

  async find({ tenantId, webhookId }: WebhookKey, replayId: string): Promise<Replay | undefined> {
    const item = await this.#table.get(keys.replay(tenantId, webhookId, replayId));
    return item && replayOf(item);
  }

  async reach(replay: Replay, reached: string): Promise<void> {
    await this.#table.write({ update: keyOf(replay), change: { set: { reached } }, condition: exists('pk') });
  }

  async end(replay: Replay): Promise<void> {
    await this.#table.write({ delete: keyOf(replay) });
  }

  async due(tenantId: string, before: Date, limit: number): Promise<WebhookJob[]> {
    const { items } = await this.#table.query({
      index: 'workQueue',
      partition: { workQueue: workQueues.replays(tenantId) },
      sort: { attribute: 'workOrder', below: before.toISOString() },
      limit,
    });
    return items.map((item) => {
      const [, webhookId = '', id = ''] = workQueueRowOf(item).workOrder.split('#');
      return { tenantId, webhookId, id };
    });
  }
}

const keyOf = ({ tenantId, webhookId, replayId }: Replay) => keys.replay(tenantId, webhookId, replayId);
