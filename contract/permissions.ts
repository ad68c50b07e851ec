/** What an employee's role, or an API token's scope, may allow. */
export const permissionNames = [
  'messages:send',
  'messages:read',
  'messages:menu',
  'opt-outs:manage',
  'templates:manage',
  'mobile-prefixes:manage',
  'credits:read',
  'workers:read',
  'workers:manage',
  'portal-access:manage',
  'companies:read',
  'companies:manage',
  'hirer-logins:manage',
  'placements:read',
  'placements:manage',
  'employees:read',
  'employees:manage',
  'roles:manage',
  'audit:read',
  'settings:manage',
  'boxes:read',
  'boxes:manage',
  'api-tokens:manage',
] as const;
export type Permission = (typeof permissionNames)[number];

/** The role that is always there, may do everything, and can't be changed or removed. */
export const ADMINISTRATOR = 'administrator';

/** A token that leaks must not outlive its end, so none may make tokens, or logins of people. */
const NOT_FOR_TOKENS = [
  'api-tokens:manage',
  'employees:manage',
  'roles:manage',
] as const satisfies readonly Permission[];

/** Follows for employees from the settings of SMS: everyone may send, or those with one role. */
const NOT_FOR_ROLES = ['messages:send'] as const satisfies readonly Permission[];

/** What a role may hold. */
export type RolePermission = Exclude<Permission, (typeof NOT_FOR_ROLES)[number]>;
export const rolePermissionNames = permissionNames.filter(
  (name) => !(NOT_FOR_ROLES as readonly Permission[]).includes(name),
) as [RolePermission, ...RolePermission[]];

/** What a token may be given. */
export type Scope = Exclude<Permission, (typeof NOT_FOR_TOKENS)[number]>;
export const scopeNames = permissionNames.filter(
  (name) => !(NOT_FOR_TOKENS as readonly Permission[]).includes(name),
) as [Scope, ...Scope[]];
