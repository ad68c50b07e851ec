import type { AuditLine } from '../../domain/audit/model.ts';
import type { SecuritySettings, SecuritySettingsStore } from '../../domain/settings/security-settings.ts';
import { auditPut } from './audit.ts';
import { exists } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class SecuritySettingsRepository implements SecuritySettingsStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async change(
    tenantId: string,
    { staffSecondFactor }: SecuritySettings,
    since: string | undefined,
    audit: AuditLine,
  ): Promise<void> {
    const set = { staffSecondFactor, ...(since !== undefined && { staffSecondFactorSince: since }) };
    await this.#table.write(
      { update: keys.tenant(tenantId), change: { set }, condition: exists('pk') },
      auditPut(audit),
    );
  }
}
