import { ulid } from 'ulid';
import { SettingsRepository } from '../../functions/adapters/dynamodb/settings-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { changeSettings, readSettings } from '../../functions/domain/settings/settings.ts';
import { HOST } from '../ports.ts';
import type { DemoTenant } from './demo-data.ts';

/**
 * The agency mails, and its mails name the pages of this stack, on whatever port they are this time. What somebody has set since
 * stays.
 */
export async function writeDemoSettings(
  table: Table,
  { tenantId, employee, slug, mailSender }: DemoTenant,
  webApp: string,
): Promise<void> {
  const store = new SettingsRepository(table);
  const { settings, version } = await readSettings(store, tenantId);
  const website = `${webApp}/login?agency=${slug}`;
  const { correspondence } = settings;
  const isOurs = version === 0 || correspondence.website?.startsWith(`${HOST}:`);
  if (!isOurs || correspondence.website === website) return;
  const deps = {
    store,
    clock: { now: () => new Date() },
    newId: <P extends string>(prefix: P) => `${prefix}_${ulid()}` as const,
  };
  const actor = { tenantId, id: employee.employeeId, requestId: 'demo-data', address: HOST };
  await changeSettings(deps, actor, version, {
    ...settings,
    correspondence: { mailSender, ...correspondence, website },
  });
}
