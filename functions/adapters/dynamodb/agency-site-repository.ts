import type { AgencySites } from '../../domain/access/sites/model.ts';
import { keys, sitePartition } from './keys.ts';
import type { Table, Write } from './table.ts';

export class AgencySiteRepository implements AgencySites {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async isListed(origin: string): Promise<boolean> {
    const { items } = await this.#table.query({
      partition: { pk: sitePartition(origin) },
      limit: 1,
      consistent: true,
    });
    return items.length > 0;
  }

  async isAllowedBy(tenantId: string, origin: string): Promise<boolean> {
    return (await this.#table.get(keys.agencySite(origin, tenantId))) !== undefined;
  }
}

/** Goes with the change of an agency's settings. */
export function siteWrites(tenantId: string, before: readonly string[], next: readonly string[]): Write[] {
  return [
    ...before
      .filter((origin) => !next.includes(origin))
      .map((origin) => ({ delete: keys.agencySite(origin, tenantId) })),
    ...next
      .filter((origin) => !before.includes(origin))
      .map((origin) => ({ put: { ...keys.agencySite(origin, tenantId), type: 'agency-site', v: 1 } })),
  ];
}
