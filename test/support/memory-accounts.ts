import type { ProviderKey } from '../../functions/domain/messaging/model.ts';
import { HINTS_KEPT, type Lease } from '../../functions/domain/messaging/ports.ts';
import type { ProviderAccount } from '../../functions/domain/messaging/providers/model.ts';
import type { ProviderAccounts } from '../../functions/domain/messaging/providers/ports.ts';

/** Accounts with web providers in memory, as the table keeps them. */
export function memoryAccounts(): ProviderAccounts & { put(account: ProviderAccount): ProviderAccount } {
  const rows = new Map<string, ProviderAccount>();
  const leases = new Map<string, { lease: Lease; again: boolean; hints: string[] }>();
  return {
    put(account) {
      rows.set(account.provider, account);
      return account;
    },
    list: async (tenantId) => [...rows.values()].filter((row) => row.tenantId === tenantId),
    async find({ tenantId, provider }) {
      const row = rows.get(provider);
      return row?.tenantId === tenantId ? row : undefined;
    },
    async save(account, known) {
      if (rows.get(account.provider)?.version !== known?.version) return false;
      rows.set(account.provider, account);
      return true;
    },
    async resume({ provider }) {
      const row = rows.get(provider);
      if (!row || row.removedAt !== undefined) return false;
      const { pause: _, ...rest } = row;
      rows.set(provider, { ...rest, failures: 0 });
      return true;
    },
    async renewCallback({ provider, version }, callbacks) {
      const row = rows.get(provider);
      if (row?.version !== version) return 'changed';
      rows.set(provider, { ...row, ...callbacks, version: version + 1 });
      return { kind: 'first' };
    },
    async remove({ provider }, at) {
      const row = rows.get(provider);
      if (!row || row.removedAt !== undefined) return false;
      const { pause: _, earlierCallback: __, ...rest } = row;
      rows.set(provider, { ...rest, sealed: '', removedAt: at.toISOString(), version: row.version + 1 });
      return true;
    },
    async note({ provider, sealed }, failures, pause) {
      const row = rows.get(provider);
      if (row?.sealed !== sealed) return false;
      const { pause: _, ...rest } = row;
      rows.set(provider, { ...rest, failures, ...(pause && { pause }) });
      return true;
    },
    async lease({ provider }: ProviderKey, lease: Lease) {
      const held = leases.get(provider);
      if (held && held.lease.until >= lease.from) {
        held.again = true;
        held.hints = [...new Set([...held.hints, ...lease.hints])].slice(0, HINTS_KEPT);
        return 'busy';
      }
      leases.set(provider, { lease, again: false, hints: [] });
      return 'leased';
    },
    async release({ provider }: ProviderKey, lease: Lease) {
      const held = leases.get(provider);
      if (held?.lease.owner !== lease.owner) return undefined;
      const { again, hints } = held;
      if (again) leases.set(provider, { lease, again: false, hints: [] });
      else leases.delete(provider);
      return again ? hints : undefined;
    },
  };
}
