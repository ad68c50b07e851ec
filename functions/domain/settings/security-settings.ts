import type { AuditLine } from '../audit/model.ts';
import { auditLine } from '../directory/entries/audit-line.ts';
import type { Actor } from '../directory/entries/model.ts';
import type { Tenant } from '../directory/model.ts';
import type { Clock } from '../shared/clock.ts';
import type { NewId } from '../shared/ids.ts';

export type SecuritySettings = Pick<Tenant, 'staffSecondFactor'>;

/** They lie with the tenant, which every request reads anyway. */
export interface SecuritySettingsStore {
  /** @param since when it began to be asked for, where it does now */
  change(tenantId: string, settings: SecuritySettings, since: string | undefined, audit: AuditLine): Promise<void>;
}

/** What the agency asks of its staff: a session that lacks it can do nothing else from its next request on. */
export async function changeSecuritySettings(
  { store, clock, newId }: { store: SecuritySettingsStore; clock: Clock; newId: NewId },
  actor: Actor,
  before: SecuritySettings,
  settings: SecuritySettings,
): Promise<void> {
  const at = clock.now().toISOString();
  const detail = `second factor of staff: ${settings.staffSecondFactor}`;
  const audit = auditLine(newId, actor, 'settings', at, { action: 'changed', detail });
  const begins = settings.staffSecondFactor === 'required' && before.staffSecondFactor !== 'required';
  await store.change(actor.tenantId, settings, begins ? at : undefined, audit);
}
