import type { AuditLine } from '../../domain/audit/model.ts';
import type { Tariff } from '../../domain/credits/tariff.ts';
import type { Tariffs } from '../../domain/operator/ports.ts';
import { auditPut } from './audit.ts';
import { tariffOf } from './codecs/ledger.ts';
import { keys, TARIFF, tenantPartition } from './keys.ts';
import type { Table } from './table.ts';

/** Shown at most; one that counts is among them, as tariffs change some times a year. */
const TARIFFS_AT_MOST = 100;

export class TariffRepository implements Tariffs {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(tenantId: string): Promise<Tariff[]> {
    const { items } = await this.#table.query({
      partition: { pk: tenantPartition(tenantId) },
      sort: { attribute: 'sk', beginsWith: TARIFF },
      newestFirst: true,
      limit: TARIFFS_AT_MOST,
    });
    return items.map(tariffOf);
  }

  async put(tenantId: string, tariff: Tariff, audit: readonly AuditLine[]): Promise<void> {
    await this.#table.write(
      { put: { ...keys.tariff(tenantId, tariff.validFrom), type: 'tariff', v: 1, ...tariff } },
      ...audit.map(auditPut),
    );
  }
}
