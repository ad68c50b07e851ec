import type { AgencyNames } from '../../domain/access/agency-name.ts';
import { tenantIdOf } from './codecs/login.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class AgencyNameRepository implements AgencyNames {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async nameOf(slug: string): Promise<string | undefined> {
    const item = await this.#table.get(keys.tenantSlug(slug));
    const tenant = item && (await this.#table.get(keys.tenant(tenantIdOf(item))));
    return tenant && tenantOf(tenant).name;
  }
}
