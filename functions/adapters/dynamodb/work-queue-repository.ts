import { PRIORITIES } from '../../../contract/priorities.ts';
import type { Box, Lane, ProviderKey } from '../../domain/messaging/model.ts';
import type { WorkQueue } from '../../domain/messaging/ports.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { dueInLane, laneOrder, workQueues } from './index-keys.ts';
import type { Query, Table } from './table.ts';

/** Tenants in one page of the clock's round. */
const TENANTS_PER_PAGE = 500;

export class WorkQueueRepository implements WorkQueue {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async tenants(after?: string): Promise<{ tenantIds: string[]; next?: string }> {
    const rows = await this.#rows(
      workQueues.tenants,
      TENANTS_PER_PAGE,
      after === undefined ? undefined : { from: `${after}\u0000`, to: '\uffff' },
    );
    const tenantIds = rows.map(({ workOrder }) => workOrder);
    const last = tenantIds.at(-1);
    return { tenantIds, ...(rows.length === TENANTS_PER_PAGE && last !== undefined && { next: last }) };
  }

  async laneHead(lane: Lane, from: Date, limit: number): Promise<string[]> {
    const head = await this.#rows(laneKeyOf(lane), limit);
    if (head.every(({ workOrder }) => dueInLane(workOrder) >= from.toISOString())) return idsOf(head);
    // What is too old lies before what may go, until a sweep has ended it.
    const ids: string[] = [];
    for (const priority of PRIORITIES) {
      if (ids.length >= limit) break;
      const range = { from: laneOrder(priority, from.toISOString(), ''), to: laneOrder(priority, '\uffff', '') };
      ids.push(...idsOf(await this.#rows(laneKeyOf(lane), limit - ids.length, range)));
    }
    return ids;
  }

  async lanePage(lane: Lane, from: Date, limit: number, after?: string): Promise<{ ids: string[]; next?: string }> {
    const behind = after === undefined ? undefined : { from: `${after}\u0000`, to: '\uffff' };
    const rows = await this.#rows(laneKeyOf(lane), limit, behind);
    const ids = idsOf(rows.filter(({ workOrder }) => dueInLane(workOrder) >= from.toISOString()));
    const last = rows.at(-1);
    return { ids, ...(rows.length === limit && last && { next: last.workOrder }) };
  }

  async laneOlderThan(lane: Lane, before: Date, limit: number): Promise<string[]> {
    if (await this.#isEmpty(laneKeyOf(lane))) return [];
    const pages = PRIORITIES.map((priority) =>
      this.#rows(laneKeyOf(lane), limit, {
        from: laneOrder(priority, '', ''),
        to: laneOrder(priority, before.toISOString(), ''),
      }),
    );
    return idsOf((await Promise.all(pages)).flat());
  }

  async scheduledUntil(tenantId: string, moment: Date, limit: number): Promise<string[]> {
    return this.#dueByPriority(workQueues.scheduled(tenantId), limit, moment);
  }

  async heldApart(tenantId: string, limit: number, until?: Date): Promise<string[]> {
    const held = workQueues.held(tenantId);
    return until ? this.#dueByPriority(held, limit, until) : idsOf(await this.#rows(held, limit));
  }

  async loadOf({ tenantId, boxId }: Box, limit: number): Promise<number> {
    return (await this.#rows(workQueues.box(tenantId, boxId), limit)).length;
  }

  async dueWith({ tenantId, boxId }: Box, limit: number, before?: Date): Promise<string[]> {
    return idsOf(await this.#rows(workQueues.box(tenantId, boxId), limit, before && { below: before.toISOString() }));
  }

  async dueOn({ tenantId, provider }: ProviderKey, limit: number, before: Date): Promise<string[]> {
    return idsOf(await this.#rows(workQueues.calls(tenantId, provider), limit, { below: before.toISOString() }));
  }

  /** The more urgent first: of very many that are due together none of those waits for the others. */
  async #dueByPriority(workQueue: string, limit: number, moment: Date): Promise<string[]> {
    if (await this.#isEmpty(workQueue)) return [];
    const ids: string[] = [];
    for (const priority of PRIORITIES) {
      if (ids.length >= limit) break;
      const range = {
        from: laneOrder(priority, '', ''),
        to: laneOrder(priority, `${moment.toISOString()}~`, ''),
      };
      ids.push(...idsOf(await this.#rows(workQueue, limit - ids.length, range)));
    }
    return ids;
  }

  /** As mostly, whenever a sweep looks: then nothing is asked of each priority. */
  async #isEmpty(workQueue: string): Promise<boolean> {
    return (await this.#rows(workQueue, 1)).length === 0;
  }

  async #rows(workQueue: string, limit: number, range?: { below: string } | { from: string; to: string }) {
    const sort: Query['sort'] = range && { attribute: 'workOrder', ...range };
    const { items } = await this.#table.query({
      index: 'workQueue',
      partition: { workQueue },
      limit,
      ...(sort && { sort }),
    });
    return items.map(workQueueRowOf);
  }
}

/** The partition of the index that is a lane. */
export const laneKeyOf = ({ tenantId, boxId, provider }: Lane) =>
  provider ? workQueues.providerLane(tenantId, provider) : workQueues.lane(tenantId, boxId);

/** The id is the last part of the order. */
const idsOf = (rows: readonly { workOrder: string }[]) =>
  rows.map(({ workOrder }) => workOrder.slice(workOrder.lastIndexOf('#') + 1));
