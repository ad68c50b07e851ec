import { DEVICE, personPartition, SESSION } from './keys.ts';
import type { Table } from './table.ts';

/** Removed with one query. */
const REMOVED_AT_ONCE = 100;

/** All sessions and known devices of a person. */
export async function removeSessionsAndDevices(table: Table, tenantId: string, personId: string): Promise<void> {
  for (const beginsWith of [SESSION, DEVICE]) {
    for (let more = true; more; ) {
      const { items, next } = await table.query({
        partition: { pk: personPartition(tenantId, personId) },
        sort: { attribute: 'sk', beginsWith },
        limit: REMOVED_AT_ONCE,
        consistent: true,
      });
      for (const { pk, sk } of items) await table.write({ delete: { pk: String(pk), sk: String(sk) } });
      more = next !== undefined;
    }
  }
}
