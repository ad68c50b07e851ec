import type { StopSwitch } from '../../domain/messaging/ports.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class TenantSwitch implements StopSwitch {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async isStopped(tenantId: string): Promise<boolean> {
    const tenant = await this.#table.get(keys.tenant(tenantId));
    return tenant?.['sendingStopped'] === true;
  }
}
