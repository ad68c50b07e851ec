import type { AuditLine } from '../../domain/audit/model.ts';
import { type HirerConsent, UNDECIDED } from '../../domain/hirers/model.ts';
import type { HirerConsents } from '../../domain/hirers/ports.ts';
import { auditPut } from './audit.ts';
import { hirerConsentOf } from './codecs/hirer-consent.ts';
import { equals, missing } from './condition.ts';
import { stillThere } from './entry-repository.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class HirerConsentRepository implements HirerConsents {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string, workerId: string): Promise<HirerConsent | undefined> {
    const item = await this.#table.get(keys.hirerConsent(tenantId, workerId));
    return item && hirerConsentOf(item);
  }

  async decide(consent: HirerConsent, audit: AuditLine): Promise<'done' | 'changed' | 'gone'> {
    const { tenantId, workerId, version } = consent;
    const result = await this.#table.write(
      {
        put: { ...keys.hirerConsent(tenantId, workerId), type: 'hirer-consent', v: 1, ...consent },
        condition: version === UNDECIDED + 1 ? missing('pk') : equals('version', version - 1),
      },
      stillThere(tenantId, workerId),
      auditPut(audit),
    );
    if (result.done) return 'done';
    return result.refused[1] ? 'gone' : 'changed';
  }
}
