import type { AuditLine } from '../../domain/audit/model.ts';
import { type Batch, type Counts, hasWork } from '../../domain/messaging/batches/model.ts';
import type { Batches } from '../../domain/messaging/batches/ports.ts';
import type { BatchStops } from '../../domain/messaging/departure/model.ts';
import type { MessageSummary } from '../../domain/messaging/model.ts';
import { after, MINUTE } from '../../domain/shared/clock.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import { readCounts } from './batch-counts.ts';
import { batchDayWrite } from './batch-days.ts';
import { batchOf, rowOf } from './codecs/batch.ts';
import { messageItemOf, summaryOf } from './codecs/message.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { atLeast, equals, missing } from './condition.ts';
import { addOnce, earlierOf } from './idempotency.ts';
import { lookOrder, workQueues } from './index-keys.ts';
import { BATCH_ROW, batchesPartition, batchPartition, keys } from './keys.ts';
import { goesAtSeconds } from './retention.ts';
import { BATCH_GET_LIMIT, type Item, type Query, type Table, type Write } from './table.ts';

/** When the sweep looks at a batch that nobody comes further with; doubles each time up to an hour. */
const FIRST_LOOK = 2 * MINUTE;
const MOST_DOUBLINGS = 5;
/** Of batches that are looked at together: as many as one read takes. */
const WORK_AT_ONCE = BATCH_GET_LIMIT;

/** What is asked of batches elsewhere than where they are worked on: functions of the API load no more. */
type Kept = Omit<Batches, 'finishPreparing' | 'start' | 'cancel' | 'claimNumbers' | 'keepRows' | 'starting'>;

/** The batches of an agency; the rows of each, and what its messages came to, lie in a partition of its own. */
export class BatchRepository implements Kept, BatchStops {
  protected readonly table: Table;
  readonly #now: () => Date;

  constructor(table: Table, clock: { now(): Date }) {
    this.table = table;
    this.#now = () => clock.now();
  }

  async add<A extends object>(
    batch: Batch,
    members: readonly (readonly string[])[],
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A>> {
    const { tenantId, batchId } = batch;
    const expiresAtSeconds = goesAtSeconds(new Date(batch.createdAt));
    return addOnce(
      this.table,
      tenantId,
      request,
      { put: this.#itemOf(batch), condition: missing('pk') },
      auditPut(audit),
      ...members.map(
        (ids, place): Write => ({
          put: { ...keys.batchMembers(tenantId, batchId, place), type: 'batch-members', v: 1, ids, expiresAtSeconds },
        }),
      ),
    );
  }

  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined> {
    return earlierOf(this.table, tenantId, request);
  }

  async find(tenantId: string, batchId: string): Promise<Batch | undefined> {
    const item = await this.table.get(keys.batch(tenantId, batchId));
    return item && batchOf(item);
  }

  async page(tenantId: string, limit: number, before?: string): Promise<{ items: Batch[]; next?: string }> {
    const { items, next } = await this.table.query({
      partition: { pk: batchesPartition(tenantId) },
      newestFirst: true,
      limit,
      ...(before !== undefined && { after: { ...keys.batch(tenantId, before) } }),
      consistent: true,
    });
    return { items: items.map(batchOf), ...(next && { next: String(next['sk']) }) };
  }

  async isStopped(tenantId: string, batchId: string): Promise<boolean> {
    return (await this.find(tenantId, batchId))?.stopped !== undefined;
  }

  change(before: Batch, next: Batch, audit?: AuditLine) {
    return this.replace(before, next, ...(audit ? [auditPut(audit)] : []));
  }

  async accept(before: Batch, next: Batch, audit: AuditLine) {
    const { credits } = next.tally;
    const raised = raise(before, next);
    const result = await this.table.write(
      this.#put(before, raised),
      {
        update: walletOf(next),
        change: { add: { available: -credits, reserved: credits } },
        condition: atLeast('available', credits),
      },
      this.#onDay(next, { reserved: credits }),
      auditPut(audit),
    );
    if (result.done) return raised;
    return result.refused[0] ? undefined : ('insufficient-credit' as const);
  }

  release(before: Batch, next: Batch, credits: number, audit?: AuditLine) {
    const wallet: Write = {
      update: walletOf(before),
      change: { add: { reserved: -credits, available: credits } },
      condition: atLeast('reserved', credits),
    };
    const day = this.#onDay(before, { returned: credits });
    return this.replace(before, next, wallet, day, ...(audit ? [auditPut(audit)] : []));
  }

  async rows({ tenantId, batchId }: Pick<Batch, 'tenantId' | 'batchId'>, limit: number, afterLine = 0) {
    const { items, next } = await this.table.query({
      partition: { pk: batchPartition(tenantId, batchId) },
      sort: { attribute: 'sk', from: keys.batchRow(tenantId, batchId, afterLine + 1).sk, to: `${BATCH_ROW}~` },
      limit,
      consistent: true,
    });
    return { items: items.map(rowOf), isLast: next === undefined };
  }

  async messages(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, MessageSummary>> {
    if (ids.length === 0) return new Map();
    const items = await this.table.batchGet(ids.map((id) => keys.message(tenantId, id)));
    const found = items.filter((item) => item !== undefined).map((item) => summaryOf(messageItemOf(item)));
    return new Map(found.map((message) => [message.messageId, message]));
  }

  counts(tenantId: string, batchId: string): Promise<Counts> {
    return readCounts(this.table, tenantId, batchId);
  }

  due(tenantId: string, before: Date): Promise<string[]> {
    return this.withWork(tenantId, { attribute: 'workOrder', below: before.toISOString() });
  }

  protected async withWork(tenantId: string, sort?: Query['sort']): Promise<string[]> {
    const { items } = await this.table.query({
      index: 'workQueue',
      partition: { workQueue: workQueues.batches(tenantId) },
      limit: WORK_AT_ONCE,
      ...(sort && { sort }),
    });
    return items.map((item) => workQueueRowOf(item).workOrder.split('#')[1] ?? '');
  }

  protected async replace(before: Batch, next: Batch, ...more: readonly Write[]): Promise<Batch | undefined> {
    const raised = raise(before, next);
    const result = await this.table.write(this.#put(before, raised), ...more);
    if (result.done) return raised;
    if (result.refused[0]) return undefined;
    throw new Error(`what goes with the batch ${next.batchId} was refused`);
  }

  #onDay({ tenantId, batchId, accepted }: Batch, had: Parameters<typeof batchDayWrite>[2]): Write {
    return batchDayWrite({ tenantId, batchId, walletShard: accepted?.walletShard ?? 0 }, this.#now(), had);
  }

  #put(before: Batch, next: Batch): Write {
    return { put: this.#itemOf(next), condition: equals('version', before.version) };
  }

  #itemOf(batch: Batch) {
    const { tenantId, batchId, createdAt } = batch;
    const look = after(this.#now(), FIRST_LOOK * 2 ** Math.min(batch.looks, MOST_DOUBLINGS));
    return {
      ...keys.batch(tenantId, batchId),
      ...{ type: 'batch', v: 1, ...batch, expiresAtSeconds: goesAtSeconds(new Date(createdAt)) },
      ...(hasWork(batch) && {
        workQueue: workQueues.batches(tenantId),
        workOrder: lookOrder(look.toISOString(), batchId),
      }),
    } satisfies Item & { pk: string; sk: string };
  }
}

const raise = (before: Batch, next: Batch): Batch => ({ ...next, version: before.version + 1 });

function walletOf({ tenantId, accepted, batchId }: Batch) {
  if (!accepted) throw new Error(`${batchId} has nothing reserved`);
  return keys.wallet(tenantId, accepted.walletShard);
}
