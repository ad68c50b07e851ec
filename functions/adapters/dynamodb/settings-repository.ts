import * as z from 'zod/mini';
import { type Settings, settingsBody } from '../../../contract/routes/settings.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { KeptSettings, SettingsStore } from '../../domain/settings/settings.ts';
import { siteWrites } from './agency-site-repository.ts';
import { auditPut } from './audit.ts';
import { kind } from './codecs/kind.ts';
import { equals, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const settingsItem = z.object({ ...kind('settings'), version: z.number(), settings: settingsBody });

export class SettingsRepository implements SettingsStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string): Promise<KeptSettings | undefined> {
    const item = await this.#table.get(keys.settings(tenantId));
    if (!item) return undefined;
    const { settings, version } = z.parse(settingsItem, item);
    return { settings, version };
  }

  async replace(tenantId: string, before: KeptSettings, settings: Settings, audit: AuditLine): Promise<boolean> {
    const { version } = before;
    const { done } = await this.#table.write(
      {
        put: { ...keys.settings(tenantId), type: 'settings', v: 1, version: version + 1, settings },
        condition: version === 0 ? missing('pk') : equals('version', version),
      },
      ...siteWrites(tenantId, before.settings.allowedOrigins, settings.allowedOrigins),
      auditPut(audit),
    );
    return done;
  }
}
