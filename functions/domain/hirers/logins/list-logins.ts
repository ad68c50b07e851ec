import type { Contact } from '../../directory/entries/kinds.ts';
import type { Entries } from '../../directory/entries/ports.ts';
import type { HirerLogins } from './ports.ts';

/** A page of the contacts who have a login. One who is removed at this moment is left out. */
export async function listLogins(
  { logins, contacts }: { readonly logins: HirerLogins; readonly contacts: Pick<Entries<Contact>, 'findMany'> },
  tenantId: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
) {
  const { items, next } = await logins.page(tenantId, limit, after);
  const names = new Map(items.map(({ contactId, loginName }) => [contactId, loginName]));
  const found = await contacts.findMany(tenantId, [...names.keys()]);
  return {
    items: found.map(({ id, fields: { companyId, givenName, familyName } }) => ({
      ...{ contactId: id, companyId, familyName },
      ...(givenName !== undefined && { givenName }),
      loginName: names.get(id),
    })),
    ...(next !== undefined && { next }),
  };
}
