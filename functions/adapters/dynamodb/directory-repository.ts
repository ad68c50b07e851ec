import type { Permission } from '../../../contract/permissions.ts';
import type { Login } from '../../domain/access/model.ts';
import type { Employee, Roles, Tenant } from '../../domain/directory/model.ts';
import type { Directory } from '../../domain/directory/ports.ts';
import { roleAttribute, rolesOf } from './codecs/roles.ts';
import { missing } from './condition.ts';
import { keys, workQueues } from './keys.ts';
import type { Table } from './table.ts';

export class DirectoryRepository implements Directory {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async addTenant(tenant: Tenant): Promise<boolean> {
    const { tenantId } = tenant;
    const { done } = await this.#table.write(
      { put: { ...keys.tenantSlug(tenant.slug), type: 'tenant-slug', v: 1, tenantId }, condition: missing('pk') },
      {
        put: {
          ...keys.tenant(tenantId),
          type: 'tenant',
          v: 1,
          ...tenant,
          workQueue: workQueues.tenants,
          workOrder: tenantId,
        },
        condition: missing('pk'),
      },
    );
    return done;
  }

  async addEmployee(employee: Employee, login: Login): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        put: { ...keys.login(login.tenantId, login.loginName), type: 'login', v: 1, ...login },
        condition: missing('pk'),
      },
      {
        put: { ...keys.employee(employee.tenantId, employee.employeeId), type: 'employee', v: 1, ...employee },
        condition: missing('pk'),
      },
    );
    return done;
  }

  async addRole(tenantId: string, name: string, permissions: readonly Permission[]): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.roles(tenantId),
      change: { set: { type: 'roles', v: 1, [roleAttribute(name)]: permissions } },
      condition: missing(roleAttribute(name)),
    });
    return done;
  }

  async roles(tenantId: string): Promise<Roles> {
    return rolesOf(await this.#table.get(keys.roles(tenantId)));
  }
}
