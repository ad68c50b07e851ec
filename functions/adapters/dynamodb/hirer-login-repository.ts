import type { AuditLine } from '../../domain/audit/model.ts';
import { lists } from '../../domain/directory/entries/kinds.ts';
import type { HirerLogins } from '../../domain/hirers/logins/ports.ts';
import type { HirerAccess } from '../../domain/hirers/model.ts';
import { auditPut } from './audit.ts';
import { hirerAccessOf } from './codecs/hirer-access.ts';
import { invitationOf } from './codecs/invitation.ts';
import { stillThere } from './entry-repository.ts';
import { accessPut, loginDeletes } from './hirer-access.ts';
import { keys, listPartition } from './keys.ts';
import { removeSessionsAndDevices } from './remove-sessions.ts';
import type { Table } from './table.ts';

export class HirerLoginRepository implements HirerLogins {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string, contactId: string) {
    const [access, invitation] = await this.#table.batchGet([
      keys.hirerAccess(tenantId, contactId),
      keys.invitation(tenantId, contactId),
    ]);
    return { access: access && hirerAccessOf(access), invitation: invitation && invitationOf(invitation) };
  }

  async withdraw(
    before: HirerAccess | undefined,
    next: HirerAccess,
    audit: AuditLine,
  ): Promise<'done' | 'changed' | 'gone'> {
    const { tenantId, contactId } = next;
    const result = await this.#table.write(
      accessPut(before, next),
      stillThere(tenantId, contactId),
      ...(before ? loginDeletes(before) : []),
      { delete: keys.invitation(tenantId, contactId) },
      { delete: keys.secondFactor(tenantId, contactId) },
      auditPut(audit),
    );
    if (result.done) return 'done';
    return result.refused[1] ? 'gone' : 'changed';
  }

  removeTraces(tenantId: string, contactId: string): Promise<void> {
    return removeSessionsAndDevices(this.#table, tenantId, contactId);
  }

  async page(tenantId: string, limit: number, after?: string) {
    const pk = listPartition(tenantId, lists.hirerLogins);
    const { items, next } = await this.#table.query({
      partition: { pk },
      limit,
      ...(after !== undefined && { after: { pk, sk: after } }),
      consistent: true,
    });
    const accesses = await this.#table.batchGet(items.map(({ id }) => keys.hirerAccess(tenantId, String(id))));
    return {
      items: accesses.filter((item) => item !== undefined).map(hirerAccessOf),
      ...(next && { next: String(next['sk']) }),
    };
  }
}
