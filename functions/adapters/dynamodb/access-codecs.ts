import * as z from 'zod';
import { type Permission, permissionNames } from '../../../contract/permissions.ts';
import { type Scope, scopeNames } from '../../../contract/routes/access.ts';
import type { ApiToken, Login, Session } from '../../domain/access/model.ts';
import type { Employee, Roles, Tenant } from '../../domain/directory/model.ts';
import type { Item } from './table.ts';

/** Items of logins and of the directory: what is read is parsed, and leaves as the domain's own type. */

const kind = <T extends string>(type: T) => ({ type: z.literal(type), v: z.literal(1) });

/** One that only another version of the program knows allows nothing here, and locks nobody out. */
const permissions = z.array(z.string()).transform((list) => permissionNames.filter((name) => list.includes(name)));
const scopes = permissions.transform((list) =>
  list.filter((name): name is Scope => scopeNames.some((scope) => scope === name)),
);

const tenantItem = z.object({
  ...kind('tenant'),
  tenantId: z.string(),
  slug: z.string(),
  name: z.string(),
  country: z.enum(['NL', 'DE', 'AT', 'PL']),
  language: z.enum(['nl', 'de', 'pl', 'en']),
  cursorKey: z.string(),
  pricePer: z.enum(['message', 'part']),
  sendingStopped: z.boolean(),
});
const tenantSlugItem = z.object({ ...kind('tenant-slug'), tenantId: z.string() });
const employeeItem = z.object({
  ...kind('employee'),
  tenantId: z.string(),
  employeeId: z.string(),
  name: z.string(),
  loginName: z.string(),
  roles: z.array(z.string()),
  status: z.enum(['active', 'disabled']),
});
const loginItem = z.object({
  ...kind('login'),
  tenantId: z.string(),
  loginName: z.string(),
  employeeId: z.string(),
  passwordHash: z.string(),
  tries: z.number(),
  lastTryAt: z.string().optional(),
});
const sessionItem = z.object({
  ...kind('session'),
  tenantId: z.string(),
  employeeId: z.string(),
  secretHash: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
});
const apiTokenItem = z.object({
  ...kind('api-token'),
  tenantId: z.string(),
  tokenId: z.string(),
  secretHash: z.string(),
  name: z.string(),
  scopes,
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string(),
});

function bare<T extends { type: string; v: number }>({ type: _, v: __, ...rest }: T): Omit<T, 'type' | 'v'> {
  return rest;
}

export const tenantOf = (item: Item): Tenant => bare(tenantItem.parse(item));
export const tenantIdOf = (item: Item): string => tenantSlugItem.parse(item).tenantId;
export const employeeOf = (item: Item): Employee => bare(employeeItem.parse(item));
export const sessionOf = (item: Item): Session => bare(sessionItem.parse(item));
export const apiTokenOf = (item: Item): ApiToken => bare(apiTokenItem.parse(item));
export function loginOf(item: Item): Login {
  const { lastTryAt, ...login } = bare(loginItem.parse(item));
  return { ...login, ...(lastTryAt !== undefined && { lastTryAt }) };
}

/** Each role is an attribute of its own, so that two people who change two roles do not meet. */
const ROLE = 'role:';
export const roleAttribute = (name: string) => `${ROLE}${name}`;
/** A tenant without a role has no item yet. */
export function rolesOf(item: Item | undefined): Roles {
  const roles = Object.entries(item ?? {}).filter(([name]) => name.startsWith(ROLE));
  return Object.fromEntries(
    roles.map(([name, list]): [string, Permission[]] => [name.slice(ROLE.length), permissions.parse(list)]),
  );
}

/** For the table's TTL, which removes an item some time after this. */
export const epochSeconds = (instant: string) => Math.ceil(Date.parse(instant) / 1000);
