import { loginNameKey } from '../../domain/access/login-name.ts';
import { lists } from '../../domain/directory/entries/kinds.ts';
import type { HirerAccess } from '../../domain/hirers/model.ts';
import { hirerAccessOf } from './codecs/hirer-access.ts';
import { all, equals, exists, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** The writes of which a change of a contact's access is made. */

export function accessPut(before: HirerAccess | undefined, next: HirerAccess): Write {
  return {
    put: { ...keys.hirerAccess(next.tenantId, next.contactId), type: 'hirer-access', v: 1, ...next },
    condition: before ? equals('version', before.version) : missing('pk'),
  };
}

const rowKey = (tenantId: string, contactId: string) => keys.listRow(tenantId, lists.hirerLogins, contactId, contactId);

/** In the list of those who have a login. */
export const loginRow = (tenantId: string, contactId: string): Write => ({
  put: { ...rowKey(tenantId, contactId), type: 'entry-row', v: 1, id: contactId, words: [] },
});

/** What goes with a contact's login. */
export function loginDeletes({ tenantId, contactId, loginName }: HirerAccess): Write[] {
  if (loginName === undefined) return [];
  return [
    {
      delete: keys.login(tenantId, loginNameKey(loginName)),
      condition: all(exists('pk'), equals('personId', contactId)),
    },
    { delete: rowKey(tenantId, contactId) },
  ];
}

/** All of a contact's access, for a write that removes the contact. */
export async function accessDeletes(table: Table, tenantId: string, contactId: string): Promise<Write[]> {
  const key = keys.hirerAccess(tenantId, contactId);
  const item = await table.get(key);
  const besides = [keys.invitation, keys.secondFactor].map((keyOf) => ({ delete: keyOf(tenantId, contactId) }));
  if (!item) return [{ delete: key, condition: missing('pk') }, ...besides];
  const access = hirerAccessOf(item);
  return [{ delete: key, condition: equals('version', access.version) }, ...besides, ...loginDeletes(access)];
}
