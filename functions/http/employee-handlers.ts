import { ADMINISTRATOR } from '../../contract/permissions.ts';
import type { EmployeeFields } from '../../contract/routes/directory/employees.ts';
import type { RoleFields } from '../../contract/routes/directory/roles.ts';
import type { Principal } from '../domain/access/principal.ts';
import {
  changeEmployee,
  createEmployee,
  type EmployeeDependencies,
  findEmployee,
  removeEmployee,
  setEmployeeStatus,
} from '../domain/directory/employees/keep-employee.ts';
import type { EmployeeEntry } from '../domain/directory/employees/model.ts';
import { lists } from '../domain/directory/entries/kinds.ts';
import { listEntries } from '../domain/directory/entries/list-entries.ts';
import { permissionsOfRole, type Role } from '../domain/directory/model.ts';
import {
  changeRole,
  createRole,
  findRole,
  type RoleDependencies,
  removeRole,
} from '../domain/directory/roles/keep-role.ts';
import { actingOf } from './actor.ts';
import { placesOf } from './cursor.ts';
import { etag } from './entry-handlers.ts';

interface Request {
  readonly principal: Principal;
  readonly requestId: string;
  readonly address: string;
}
type Of<P> = Request & { readonly params: P };
type WithBody<B> = Request & { readonly body: B };
type Versioned = { readonly version: number };
interface EmployeePageRequest extends Request {
  readonly query: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly search?: string | undefined;
  };
}
type OneEmployee = Of<{ readonly employeeId: string }>;
type OneRole = Of<{ readonly roleId: string }>;

export function employeeHandlers(deps: EmployeeDependencies) {
  return {
    async createEmployee(request: WithBody<EmployeeFields> & { readonly idempotencyKey: string }) {
      const employee = await createEmployee(deps, actingOf(request), request.body, request.idempotencyKey);
      const { body, headers } = shown(employee);
      return { body, headers: { ...headers, location: `/v1/employees/${employee.id}` } };
    },
    async listEmployees({ principal: { tenantId, tenant }, query }: EmployeePageRequest) {
      const { limit, cursor, search } = query;
      const { place: after, more } = placesOf(cursor, tenant.cursorKey);
      const { items, next } = await listEntries(deps.employees, tenantId, lists.employees, { limit, after, search });
      return {
        body: {
          items: items.map((item) => shown(item).body),
          ...more(next),
        },
      };
    },
    getEmployee: async ({ principal, params }: OneEmployee) =>
      shown(await findEmployee(deps.employees, principal.tenantId, params.employeeId)),
    changeEmployee: async (request: OneEmployee & WithBody<EmployeeFields> & Versioned) =>
      shown(await changeEmployee(deps, actingOf(request), request.params.employeeId, request.version, request.body)),
    deactivateEmployee: async (request: OneEmployee) =>
      shown(await setEmployeeStatus(deps, actingOf(request), request.params.employeeId, 'disabled')),
    reactivateEmployee: async (request: OneEmployee) =>
      shown(await setEmployeeStatus(deps, actingOf(request), request.params.employeeId, 'active')),
    async removeEmployee(request: OneEmployee & Versioned) {
      await removeEmployee(deps, actingOf(request), request.params.employeeId, request.version);
      return { body: undefined };
    },
  };
}

export function roleHandlers(deps: RoleDependencies) {
  return {
    async createRole(request: WithBody<RoleFields>) {
      const role = await createRole(deps, actingOf(request), request.body);
      const { body, headers } = shownRole(role.id, role);
      return { body, headers: { ...headers, location: `/v1/roles/${role.id}` } };
    },
    async listRoles({ principal: { tenantId } }: Request) {
      const { roles } = await deps.roles.find(tenantId);
      const own = Object.entries(roles).sort(([, a], [, b]) => a.name.localeCompare(b.name));
      return { body: { items: [administrator(), ...own.map(([id, role]) => shownRole(id, role).body)] } };
    },
    async getRole({ principal: { tenantId }, params: { roleId } }: OneRole) {
      return shownRole(roleId, findRole((await deps.roles.find(tenantId)).roles, roleId));
    },
    async changeRole(request: OneRole & WithBody<RoleFields> & Versioned) {
      const { roleId } = request.params;
      return shownRole(roleId, await changeRole(deps, actingOf(request), roleId, request.version, request.body));
    },
    async removeRole(request: OneRole & Versioned) {
      await removeRole(deps, actingOf(request), request.params.roleId, request.version);
      return { body: undefined };
    },
  };
}

/** An employee as the API shows one: without what belongs to the access alone. */
function shown({ tenantId: _, epoch: __, fields, ...entry }: EmployeeEntry) {
  return { body: { ...fields, ...entry }, headers: etag(entry) };
}

function shownRole(id: string, { name, permissions, version }: Role) {
  return { body: { id, name, permissions: [...permissions], version }, headers: etag({ version }) };
}

const administrator = () => ({
  ...{ id: ADMINISTRATOR, name: ADMINISTRATOR, version: 0 },
  permissions: [...permissionsOfRole(ADMINISTRATOR, {})],
});
