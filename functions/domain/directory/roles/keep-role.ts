import { MAX_ROLES, type RoleFields } from '../../../../contract/routes/directory/roles.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import { type Acting, beyond } from '../employees/rights.ts';
import type { Role, Roles } from '../model.ts';
import type { RoleStore } from './ports.ts';

export interface RoleDependencies {
  readonly roles: RoleStore;
  readonly clock: Clock;
  readonly newId: NewId;
}
export type KeptRole = Role & { readonly id: string };

/** Others may change other roles at the same moment. */
const ROUNDS = 10;

/** @throws DomainError `not-permitted` for a permission that the actor lacks, `name-taken`, `action-not-possible` */
export async function createRole(deps: RoleDependencies, actor: Acting, fields: RoleFields): Promise<KeptRole> {
  const id = deps.newId('rol');
  refuseBeyond(actor, fields);
  const role: Role = { ...fields, version: 1 };
  await put(deps, actor, id, 'created', (roles) => {
    refuseMore(roles);
    refuseTaken(roles, fields.name, id);
    return role;
  });
  return { ...role, id };
}

/** @throws DomainError `not-found` */
export function findRole(roles: Roles, id: string): Role {
  const role = Object.hasOwn(roles, id) ? roles[id] : undefined;
  if (!role) throw new DomainError('not-found');
  return role;
}

/**
 * Changes a role for everyone who has it, from their next request on. A role that allows more than the actor may is none of
 * the actor's to change.
 *
 * @throws DomainError `not-found`, `changed-meanwhile`, `not-permitted`, `name-taken`
 */
export async function changeRole(
  deps: RoleDependencies,
  actor: Acting,
  id: string,
  version: number,
  fields: RoleFields,
): Promise<KeptRole> {
  const role: Role = { ...fields, version: version + 1 };
  await put(deps, actor, id, 'changed', (roles) => {
    refuseOther(actor, findRole(roles, id), version);
    refuseBeyond(actor, fields);
    refuseTaken(roles, fields.name, id);
    return role;
  });
  return { ...role, id };
}

/** @throws DomainError `not-found`, `changed-meanwhile`, `not-permitted`, `still-in-use` */
export async function removeRole(deps: RoleDependencies, actor: Acting, id: string, version: number): Promise<void> {
  await put(deps, actor, id, 'removed', (roles) => {
    refuseOther(actor, findRole(roles, id), version);
    return undefined;
  });
}

async function put(
  { roles: store, clock, newId }: RoleDependencies,
  { tenantId, id: by, requestId, address }: Acting,
  roleId: string,
  action: string,
  next: (roles: Roles) => Role | undefined,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const seen = await store.find(tenantId);
    const role = next(seen.roles);
    const audit: AuditLine = {
      ...{
        tenantId,
        subjectId: roleId,
        auditId: newId('aud'),
        at: clock.now().toISOString(),
        by,
        requestId,
        address,
        action,
      },
      ...(role && { detail: role.permissions.join(' ') }),
    };
    const result = await store.put(tenantId, roleId, seen, role, audit);
    if (result === 'in-use') throw new DomainError('still-in-use');
    if (result === 'done') return;
  }
  throw new DomainError('temporarily-unavailable');
}

function refuseOther(actor: Acting, before: Role, version: number): void {
  refuseBeyond(actor, before);
  if (before.version !== version) throw new DomainError('changed-meanwhile');
}

function refuseBeyond(actor: Acting, { permissions }: Pick<Role, 'permissions'>): void {
  const errors = beyond(actor, permissions, 'permissions');
  if (errors.length > 0) throw new DomainError('not-permitted', { errors });
}

function refuseMore(roles: Roles): void {
  if (Object.keys(roles).length < MAX_ROLES) return;
  const message = 'There are {most} roles already; remove one that nobody has';
  throw new DomainError('action-not-possible', { errors: [{ path: 'name', message, values: { most: MAX_ROLES } }] });
}

const nameKey = (name: string) => name.normalize('NFC').toLowerCase();

function refuseTaken(roles: Roles, name: string, id: string): void {
  const taken = Object.entries(roles).some(([other, role]) => other !== id && nameKey(role.name) === nameKey(name));
  if (taken) throw new DomainError('name-taken');
}
