import type { Permission } from '../../../contract/permissions.ts';
import type { Login } from '../access/model.ts';
import type { Employee, Roles, Tenant } from './model.ts';

/** Each `add` is false, and changes nothing, when the name is taken. */
export interface Directory {
  addTenant(tenant: Tenant): Promise<boolean>;
  addEmployee(employee: Employee, login: Login): Promise<boolean>;
  addRole(tenantId: string, name: string, permissions: readonly Permission[]): Promise<boolean>;
  roles(tenantId: string): Promise<Roles>;
}
