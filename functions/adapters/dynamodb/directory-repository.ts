import type { Tenant } from '../../domain/directory/model.ts';
import type { Directory } from '../../domain/directory/ports.ts';
import { missing } from './condition.ts';
import { keys, workQueues } from './keys.ts';
import type { Table } from './table.ts';

export class DirectoryRepository implements Directory {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async addTenant(tenant: Tenant): Promise<boolean> {
    const { tenantId } = tenant;
    const { done } = await this.#table.write(
      { put: { ...keys.tenantSlug(tenant.slug), type: 'tenant-slug', v: 1, tenantId }, condition: missing('pk') },
      {
        put: {
          ...keys.tenant(tenantId),
          type: 'tenant',
          v: 1,
          ...tenant,
          workQueue: workQueues.tenants,
          workOrder: tenantId,
        },
        condition: missing('pk'),
      },
    );
    return done;
  }
}
