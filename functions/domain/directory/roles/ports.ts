import type { AuditLine } from '../../audit/model.ts';
import type { Role, Roles } from '../model.ts';

export interface KeptRoles {
  readonly roles: Roles;
  /** of all together: goes up with each change of one */
  readonly version: number;
}

export interface RoleStore {
  /** All of a tenant's own. */
  find(tenantId: string): Promise<KeptRoles>;
  /**
   * Makes, replaces or (with `undefined`) removes one role, if the roles are still those that were read; `in-use`: an
   * employee has it.
   */
  put(
    tenantId: string,
    roleId: string,
    seen: KeptRoles,
    role: Role | undefined,
    audit: AuditLine,
  ): Promise<'done' | 'changed' | 'in-use'>;
}
