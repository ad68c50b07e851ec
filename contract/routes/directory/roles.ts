import * as z from 'zod/mini';
import { line } from '../../fields.ts';
import { ADMINISTRATOR, type Permission, permissionNames, rolePermissionNames } from '../../permissions.ts';
import type { Route } from '../../route.ts';
import { entryId } from './entry.ts';

/** All of them are read with every request. */
export const MAX_ROLES = 50;

export const roleId = entryId('rol', 'a role');
const permission = z.enum(rolePermissionNames);

export const roleBody = z.strictObject({
  name: line('Give the name of the role', 100).register(z.globalRegistry, { examples: ['Planner'] }),
  permissions: z
    .array(permission, 'Give a list of permissions')
    .check(z.refine((list) => new Set(list).size === list.length, 'Give each permission once'))
    .register(z.globalRegistry, {
      description: 'What it allows, of what you may do yourself. Who may send SMS stands in the settings of SMS',
    }),
});
export type RoleFields = Omit<z.output<typeof roleBody>, 'permissions'> & {
  readonly permissions: readonly Permission[];
};

export const role = z.extend(roleBody, {
  id: z.union([roleId, z.literal(ADMINISTRATOR)]),
  permissions: z.array(z.enum(permissionNames)),
  version: z.int().register(z.globalRegistry, { description: 'Also the ETag; 0 of the role that can’t be changed' }),
});

const one = { function: 'api-directory', path: '/v1/roles/{roleId}', params: z.object({ roleId }) } as const;

export const roleRoutes = {
  createRole: {
    method: 'POST',
    repeated: 'named',
    path: '/v1/roles',
    function: 'api-directory',
    summary: 'Make a role of permissions that you have yourself',
    access: 'roles:manage',
    body: roleBody,
    answer: { status: 201, schema: role },
    errors: ['name-taken', 'action-not-possible'],
  },
  listRoles: {
    method: 'GET',
    path: '/v1/roles',
    function: 'api-directory',
    summary: 'All roles by name, and what each allows; the administrator’s allows everything',
    access: 'employees:read',
    answer: { status: 200, schema: z.object({ items: z.array(role) }) },
    errors: [],
  },
  getRole: {
    ...one,
    method: 'GET',
    summary: 'A role',
    access: 'employees:read',
    answer: { status: 200, schema: role },
    errors: ['not-found'],
  },
  changeRole: {
    ...one,
    method: 'PUT',
    summary: 'Change a role; it counts at once for everyone who has it',
    access: 'roles:manage',
    ifMatch: 'required',
    body: roleBody,
    answer: { status: 200, schema: role },
    errors: ['not-found', 'changed-meanwhile', 'name-taken'],
  },
  removeRole: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a role that no employee has, and that the settings of SMS do not name',
    access: 'roles:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use'],
  },
} as const satisfies Record<string, Route>;
