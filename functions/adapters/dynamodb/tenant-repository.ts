import type { AuditLine } from '../../domain/audit/model.ts';
import type { Tenant } from '../../domain/directory/model.ts';
import type { Tenants } from '../../domain/operator/ports.ts';
import { auditPut } from './audit.ts';
import { tenantOf } from './codecs/tenant.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { atMost, exists } from './condition.ts';
import { workQueues } from './index-keys.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class TenantRepository implements Tenants {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string): Promise<Tenant | undefined> {
    const item = await this.#table.get(keys.tenant(tenantId));
    const tenant = item && tenantOf(item);
    return tenant?.operators ? undefined : tenant;
  }

  async change(
    tenantId: string,
    change: Partial<Pick<Tenant, 'pricePer' | 'sendingStopped'>>,
    audit: readonly AuditLine[],
  ): Promise<void> {
    await this.#table.write(
      { update: keys.tenant(tenantId), change: { set: change }, condition: exists('pk') },
      ...audit.map(auditPut),
    );
  }

  async widenWallet(tenantId: string, shards: number, audit: readonly AuditLine[]): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.tenant(tenantId),
        change: { set: { walletShards: shards } },
        condition: atMost('walletShards', shards),
      },
      ...audit.map(auditPut),
    );
    return done;
  }

  async page(limit: number, before?: string) {
    const { items, next } = await this.#table.query({
      index: 'workQueue',
      partition: { workQueue: workQueues.tenants },
      ...(before !== undefined && { sort: { attribute: 'workOrder', below: before } }),
      newestFirst: true,
      limit,
    });
    const ids = items.map((item) => workQueueRowOf(item).workOrder);
    const found = ids.length === 0 ? [] : await this.#table.batchGet(ids.map(keys.tenant));
    const last = ids.at(-1);
    return {
      items: found.filter((item) => item !== undefined).map(tenantOf),
      ...(next && last !== undefined && { next: last }),
    };
  }
}
