import * as z from 'zod/mini';
import type { Role, Roles } from '../../../domain/directory/model.ts';
import type { Item } from '../table.ts';
import { permissionsOf } from './permissions.ts';

/** All roles are one item, which every request reads; each is an attribute of its own. */
const ROLE = 'role:';
export const roleAttribute = (roleId: string) => `${ROLE}${roleId}`;
/** how many employees have it */
export const usesAttribute = (roleId: string) => `uses:${roleId}`;
/** of all roles together */
export const ROLES_VERSION = 'version';
/** how many employees can give others rights */
export const ADMINISTRATORS = 'administrators';

const role = z.object({ name: z.string(), permissions: z.unknown(), version: z.number() });

/** A tenant without a role has no item yet. */
export function rolesOf(item: Item | undefined): Roles {
  const roles = Object.entries(item ?? {}).filter(([name]) => name.startsWith(ROLE));
  return Object.fromEntries(
    roles.map(([name, stored]): [string, Role] => {
      const { permissions, ...rest } = z.parse(role, stored);
      return [name.slice(ROLE.length), { ...rest, permissions: permissionsOf(permissions) }];
    }),
  );
}
