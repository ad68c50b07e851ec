import { branchBody } from '../../../contract/routes/directory/branches.ts';
import { workerBody } from '../../../contract/routes/directory/workers.ts';
import type { Correspondence } from '../../domain/portal/mail-plan.ts';
import type { Correspondences } from '../../domain/portal/ports.ts';
import { readSettings } from '../../domain/settings/settings.ts';
import { employeeOf } from './codecs/employee.ts';
import { entryCodec } from './codecs/entry.ts';
import { tenantOf } from './codecs/tenant.ts';
import { EntryRepository } from './entry-repository.ts';
import { keys } from './keys.ts';
import { SettingsRepository } from './settings-repository.ts';
import type { Table } from './table.ts';

export class CorrespondenceRepository implements Correspondences {
  readonly #table: Table;
  readonly #workers: EntryRepository<typeof workerBody._zod.output>;
  readonly #branches: EntryRepository<typeof branchBody._zod.output>;
  readonly #settings: SettingsRepository;

  constructor(table: Table) {
    this.#table = table;
    this.#workers = new EntryRepository(table, entryCodec('worker', workerBody));
    this.#branches = new EntryRepository(table, entryCodec('branch', branchBody));
    this.#settings = new SettingsRepository(table);
  }

  async of(tenantId: string, workerId: string): Promise<Correspondence | undefined> {
    const [worker, tenant] = await Promise.all([
      this.#workers.find(tenantId, workerId),
      this.#table.get(keys.tenant(tenantId)),
    ]);
    if (!worker || !tenant) return undefined;
    const { branchId, accountManagerId } = worker.fields;
    const [{ settings }, branch, employee] = await Promise.all([
      readSettings(this.#settings, tenantId),
      branchId === undefined ? undefined : this.#branches.find(tenantId, branchId),
      accountManagerId === undefined ? undefined : this.#table.get(keys.entry(tenantId, accountManagerId)),
    ]);
    return {
      agency: tenantOf(tenant).name,
      settings,
      worker: worker.fields,
      branch: branch?.fields,
      accountManager: employee && employeeOf(employee),
    };
  }
}
