import type { AuditLine } from '../../domain/audit/model.ts';
import type { Tenant } from '../../domain/directory/model.ts';
import type { Directory } from '../../domain/directory/ports.ts';
import { auditPut } from './audit.ts';
import { missing } from './condition.ts';
import { workQueues } from './index-keys.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class DirectoryRepository implements Directory {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async addTenant(tenant: Tenant, audit: readonly AuditLine[]): Promise<boolean> {
    const { tenantId } = tenant;
    const { done } = await this.#table.write(
      { put: { ...keys.tenantSlug(tenant.slug), type: 'tenant-slug', v: 1, tenantId }, condition: missing('pk') },
      {
        put: {
          ...keys.tenant(tenantId),
          type: 'tenant',
          v: 1,
          ...tenant,
          // the clock and the list of agencies find it by these
          ...(!tenant.operators && { workQueue: workQueues.tenants, workOrder: tenantId }),
        },
        condition: missing('pk'),
      },
      ...audit.map(auditPut),
    );
    return done;
  }
}
