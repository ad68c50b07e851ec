import type { AuditLine } from '../../domain/audit/model.ts';
import type { Role } from '../../domain/directory/model.ts';
import type { KeptRoles, RoleStore } from '../../domain/directory/roles/ports.ts';
import { auditPut } from './audit.ts';
import { ROLES_VERSION, roleAttribute, rolesOf, usesAttribute } from './codecs/roles.ts';
import { all, any, equals, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class RoleRepository implements RoleStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string): Promise<KeptRoles> {
    const item = await this.#table.get(keys.roles(tenantId));
    return { roles: rolesOf(item), version: Number(item?.[ROLES_VERSION] ?? 0) };
  }

  async put(tenantId: string, roleId: string, seen: KeptRoles, role: Role | undefined, audit: AuditLine) {
    const unchanged = seen.version === 0 ? missing(ROLES_VERSION) : equals(ROLES_VERSION, seen.version);
    const uses = usesAttribute(roleId);
    const set = { type: 'roles', v: 1, [ROLES_VERSION]: seen.version + 1 };
    const result = await this.#table.write(
      {
        update: keys.roles(tenantId),
        change: role
          ? { set: { ...set, [roleAttribute(roleId)]: role } }
          : { set, remove: [roleAttribute(roleId), uses] },
        condition: role ? unchanged : all(unchanged, any(missing(uses), equals(uses, 0))),
      },
      auditPut(audit),
    );
    if (result.done) return 'done';
    return Number(result.refused[0]?.[ROLES_VERSION] ?? 0) === seen.version ? 'in-use' : 'changed';
  }
}
