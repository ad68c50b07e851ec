import type { OneTimeCodes } from '../../domain/access/recovery/ports.ts';
import type { MessageCodes } from '../../domain/messaging/ports.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Codes by the key of each tenant. */
export class TenantCodes implements MessageCodes {
  readonly #table: Table;
  readonly #codes: Pick<OneTimeCodes, 'make'>;

  constructor(table: Table, codes: Pick<OneTimeCodes, 'make'>) {
    this.#table = table;
    this.#codes = codes;
  }

  async make(tenantId: string, codeOf: string): Promise<string> {
    const tenant = await this.#table.get(keys.tenant(tenantId));
    if (!tenant) throw new Error(`${tenantId} is gone, and with it the key of its codes`);
    return this.#codes.make(tenantOf(tenant), codeOf);
  }
}
