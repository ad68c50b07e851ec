import { loginNameKey } from '../../domain/access/login-name.ts';
import type { Login } from '../../domain/access/model.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import { lists } from '../../domain/directory/entries/kinds.ts';
import type { HirerAccess } from '../../domain/hirers/model.ts';
import type { HirerAccesses } from '../../domain/hirers/ports.ts';
import { auditPut } from './audit.ts';
import { hirerAccessOf } from './codecs/hirer.ts';
import { all, equals, exists, missing } from './condition.ts';
import { stillThere } from './entry-repository.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

export class HirerAccessRepository implements HirerAccesses {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string, contactId: string): Promise<HirerAccess | undefined> {
    const item = await this.#table.get(keys.hirerAccess(tenantId, contactId));
    return item && hirerAccessOf(item);
  }

  async enable(
    before: HirerAccess | undefined,
    next: HirerAccess,
    login: Login,
    audit: AuditLine,
  ): Promise<'done' | 'changed' | 'name-taken' | 'gone'> {
    const { tenantId, contactId } = next;
    const row = keys.listRow(tenantId, lists.hirerLogins, contactId, contactId);
    const result = await this.#table.write(
      accessPut(before, next),
      {
        put: { ...keys.login(tenantId, login.loginName), type: 'login', v: 1, ...login },
        condition: missing('pk'),
      },
      stillThere(tenantId, contactId),
      { put: { ...row, type: 'entry-row', v: 1, id: contactId, words: [] } },
      auditPut(audit),
    );
    if (result.done) return 'done';
    if (result.refused[2]) return 'gone';
    return result.refused[0] ? 'changed' : 'name-taken';
  }

  async withdraw(before: HirerAccess, next: HirerAccess, audit: AuditLine): Promise<'done' | 'changed'> {
    const { done } = await this.#table.write(accessPut(before, next), ...loginDeletes(before), auditPut(audit));
    return done ? 'done' : 'changed';
  }
}

function accessPut(before: HirerAccess | undefined, next: HirerAccess): Write {
  return {
    put: { ...keys.hirerAccess(next.tenantId, next.contactId), type: 'hirer-access', v: 1, ...next },
    condition: before ? equals('version', before.version) : missing('pk'),
  };
}

/** All of a contact's access, for a write that removes the contact. */
export async function accessDeletes(table: Table, tenantId: string, contactId: string): Promise<Write[]> {
  const access = await new HirerAccessRepository(table).find(tenantId, contactId);
  const key = keys.hirerAccess(tenantId, contactId);
  if (!access) return [{ delete: key, condition: missing('pk') }];
  return [{ delete: key, condition: equals('version', access.version) }, ...loginDeletes(access)];
}

/** What goes with a contact's login. */
function loginDeletes({ tenantId, contactId, loginName }: HirerAccess): Write[] {
  if (loginName === undefined) return [];
  return [
    {
      delete: keys.login(tenantId, loginNameKey(loginName)),
      condition: all(exists('pk'), equals('personId', contactId)),
    },
    { delete: keys.listRow(tenantId, lists.hirerLogins, contactId, contactId) },
  ];
}
