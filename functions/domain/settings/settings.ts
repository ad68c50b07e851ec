import type { Settings } from '../../../contract/routes/settings.ts';
import type { AuditLine } from '../audit/model.ts';
import { auditLine } from '../directory/entries/audit-line.ts';
import { changedFields } from '../directory/entries/changed-fields.ts';
import type { Actor } from '../directory/entries/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';

export interface KeptSettings {
  readonly settings: Settings;
  /** 0 before the first change */
  readonly version: number;
}

export interface SettingsStore {
  find(tenantId: string): Promise<KeptSettings | undefined>;
  /** False when it is no longer in the version of `before`. */
  replace(tenantId: string, before: KeptSettings, settings: Settings, audit: AuditLine): Promise<boolean>;
}

/** What holds until somebody decides otherwise. */
const DEFAULTS: Settings = {
  correspondence: { mailOnAccessChange: true, disclaimer: {}, mailPolicy: 'general' },
  loginPrefix: 'EF',
  allowedOrigins: [],
};

export async function readSettings(store: SettingsStore, tenantId: string): Promise<KeptSettings> {
  return (await store.find(tenantId)) ?? { settings: DEFAULTS, version: 0 };
}

/** @throws DomainError `changed-meanwhile` */
export async function changeSettings(
  { store, clock, newId }: { store: SettingsStore; clock: Clock; newId: NewId },
  actor: Actor,
  version: number,
  settings: Settings,
): Promise<KeptSettings> {
  const { tenantId } = actor;
  const before = await readSettings(store, tenantId);
  if (before.version !== version) throw new DomainError('changed-meanwhile');
  const changed = changedFields(before.settings, settings);
  const at = clock.now().toISOString();
  const audit = auditLine(newId, actor, 'settings', at, { action: 'changed', changed });
  if (!(await store.replace(tenantId, before, settings, audit))) throw new DomainError('changed-meanwhile');
  return { settings, version: version + 1 };
}
