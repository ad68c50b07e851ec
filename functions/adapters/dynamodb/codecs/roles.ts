import type { Permission } from '../../../../contract/permissions.ts';
import type { Roles } from '../../../domain/directory/model.ts';
import type { Item } from '../table.ts';
import { permissionsOf } from './permissions.ts';

/** Each role is an attribute of its own, so that two people who change two roles do not meet. */
const ROLE = 'role:';
export const roleAttribute = (name: string) => `${ROLE}${name}`;

/** A tenant without a role has no item yet. */
export function rolesOf(item: Item | undefined): Roles {
  const roles = Object.entries(item ?? {}).filter(([name]) => name.startsWith(ROLE));
  return Object.fromEntries(
    roles.map(([name, list]): [string, Permission[]] => [name.slice(ROLE.length), permissionsOf(list)]),
  );
}
