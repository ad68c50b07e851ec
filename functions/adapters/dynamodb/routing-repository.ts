import type { SendingRoute } from '../../../contract/providers.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { RoutingStore } from '../../domain/messaging/providers/routing.ts';
import { auditPut } from './audit.ts';
import { exists } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class RoutingRepository implements RoutingStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async change(tenantId: string, routes: readonly SendingRoute[], audit: AuditLine): Promise<void> {
    await this.#table.write(
      { update: keys.tenant(tenantId), change: { set: { routes } }, condition: exists('pk') },
      auditPut(audit),
    );
  }
}
