import { beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, type Permission, permissionNames } from '../../contract/permissions.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import { logIn } from '../../functions/domain/access/log-in.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, anAddress, makeAgency, PASSWORD, SOMEBODY } from '../support/agency.ts';
import { loadFunctions } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { type Ask, staffOf, version } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
const access = accessOn(table);
let functions: Record<ApiFunction, ApiHandler>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

const bo = (...roles: string[]) => ({ name: 'Bo de Wit', language: 'nl', mailAddress: 'bo@west.example', roles });

/** An agency with one administrator, who is logged in. */
async function agencyWithAdministrator() {
  const agency = await makeAgency(access);
  const staff = staffOf(functions, access, agency);
  return { agency, staff, ...(await staff.administrator()) };
}
async function roleOf(ask: Ask, ...permissions: Permission[]): Promise<string> {
  const { status, body } = await ask(routes.createRole, { body: { name: newId('rol'), permissions } });
  expect(status).toBe(201);
  return body.id;
}

describe('an employee’s file', () => {
  it('is recorded once for a key, read, found by name, changed and removed', async () => {
    const { ask } = await agencyWithAdministrator();
    const headers = { 'idempotency-key': 'bo' };
    const answers = await Promise.all([1, 2, 3].map(() => ask(routes.createEmployee, { body: bo(), headers })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const employee = answers[0]?.body;
    const params = { employeeId: employee.id };
    expect(employee).toMatchObject({ ...bo(), phones: [], status: 'active', version: 1 });
    expect((await ask(routes.getEmployee, { params })).body).toEqual(employee);
    const found = await ask(routes.listEmployees, { query: { search: 'wit' } });
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([employee.id]);

    const body = { ...bo(), name: 'Bo Zwart' };
    const changes = await Promise.all([1, 2].map(() => ask(routes.changeEmployee, { params, body, ...version(1) })));
    expect(changes.map(({ status }) => status)).toContain(200);
    expect((await ask(routes.changeEmployee, { params, body: bo(), ...version(1) })).status).toBe(412);
    expect((await ask(routes.listEmployees, { query: { search: 'wit' } })).body.items).toEqual([]);
    expect((await ask(routes.listEmployees, { query: { search: 'zwart' } })).body.items).toHaveLength(1);

    expect((await ask(routes.removeEmployee, { params, ...version(2) })).status).toBe(204);
    expect((await ask(routes.getEmployee, { params })).status).toBe(404);
    expect((await ask(routes.listEmployees, { query: { search: 'zwart' } })).body.items).toEqual([]);
  });

  it('A20 leaves an audit line for each change, which outlives the employee', async () => {
    const { agency, ask, employeeId: by } = await agencyWithAdministrator();
    const { id } = (await ask(routes.createEmployee, { body: bo() })).body;
    const params = { employeeId: id };
    await ask(routes.changeEmployee, { params, body: { ...bo(), language: 'de' }, ...version(1) });
    await ask(routes.deactivateEmployee, { params });
    await ask(routes.reactivateEmployee, { params });
    await ask(routes.removeEmployee, { params, ...version(4) });
    const { items } = await table.query({
      partition: { pk: personPartition(agency.tenant.tenantId, id) },
      limit: 20,
    });
    expect(items.map(({ action, changed, by: who }) => ({ action, changed, who }))).toEqual([
      { action: 'created', changed: undefined, who: by },
      { action: 'changed', changed: ['language'], who: by },
      { action: 'deactivated', changed: undefined, who: by },
      { action: 'reactivated', changed: undefined, who: by },
      { action: 'removed', changed: undefined, who: by },
    ]);
  });

  it('stays while a worker has the employee as account manager', async () => {
    const { ask } = await agencyWithAdministrator();
    const { id: employeeId } = (await ask(routes.createEmployee, { body: bo() })).body;
    const worker = { givenName: 'Jan', familyName: 'Jansen', language: 'nl', accountManagerId: employeeId };
    const { id: workerId } = (await ask(routes.createWorker, { body: worker })).body;
    const remove = () => ask(routes.removeEmployee, { params: { employeeId }, ...version(1) });
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'still-in-use' } });
    await ask(routes.removeWorker, { params: { workerId }, ...version(1) });
    expect((await remove()).status).toBe(204);
  });
});

describe('an employee who leaves', () => {
  it('A7 is out on the next request when deactivated, and no old session comes back with the login', async () => {
    const { agency, staff, ask } = await agencyWithAdministrator();
    const other = await staff.employee(ask, 'messages:read');
    const params = { employeeId: other.employeeId };
    expect((await other.ask(routes.getSession)).status).toBe(200);
    expect((await ask(routes.deactivateEmployee, { params })).body).toMatchObject({ status: 'disabled', version: 2 });
    expect((await other.ask(routes.getSession)).status).toBe(401);
    const attempt = { tenant: agency.slug, loginName: other.loginName, password: PASSWORD, address: anAddress() };
    await expect(logIn(access, attempt)).rejects.toMatchObject({ code: 'login-failed' });
    expect((await ask(routes.reactivateEmployee, { params })).body).toMatchObject({ status: 'active', version: 3 });
    expect((await other.ask(routes.getSession)).status).toBe(401);
    expect(await logIn(access, attempt)).toMatchObject({ principal: { id: other.employeeId } });
  });

  it('takes login and sessions along when removed', async () => {
    const { agency, staff, ask } = await agencyWithAdministrator();
    const { tenantId } = agency.tenant;
    const other = await staff.employee(ask, 'messages:read');
    const { employeeId, loginName } = other;
    expect((await ask(routes.removeEmployee, { params: { employeeId }, ...version(1) })).status).toBe(204);
    expect((await other.ask(routes.getSession)).status).toBe(401);
    expect(await table.get(keys.login(tenantId, loginName.toLowerCase()))).toBeUndefined();
    const { items } = await table.query({ partition: { pk: personPartition(tenantId, employeeId) }, limit: 20 });
    expect(items.map(({ type }) => type)).toEqual(['audit', 'audit']);
    expect((await ask(routes.removeRole, { params: { roleId: other.role }, ...version(1) })).status).toBe(204);
  });
});

describe('the last administrator', () => {
  const last = { status: 409, body: { code: 'last-administrator' } };

  it('can’t be removed, deactivated or demoted, by himself or anybody', async () => {
    const { ask, employeeId } = await agencyWithAdministrator();
    const params = { employeeId };
    const body = { ...SOMEBODY, password: undefined };
    expect(await ask(routes.removeEmployee, { params, ...version(1) })).toMatchObject(last);
    expect(await ask(routes.deactivateEmployee, { params })).toMatchObject(last);
    expect(await ask(routes.changeEmployee, { params, body, ...version(1) })).toMatchObject(last);
    expect((await ask(routes.getSession)).body.permissions).toEqual(permissionNames);
  });

  it('is not one who was invited and has no login yet', async () => {
    const { ask, employeeId } = await agencyWithAdministrator();
    expect((await ask(routes.createEmployee, { body: bo(ADMINISTRATOR) })).status).toBe(201);
    expect(await ask(routes.deactivateEmployee, { params: { employeeId } })).toMatchObject(last);
  });

  it('stays when two of them remove each other at once', async () => {
    const { staff, ...one } = await agencyWithAdministrator();
    const other = await staff.administrator();
    const remove = (by: Ask, { employeeId }: { employeeId: string }) =>
      by(routes.removeEmployee, { params: { employeeId }, ...version(1) });
    const answers = await Promise.all([remove(one.ask, other), remove(other.ask, one)]);
    const states = answers.map(({ status }) => status).sort();
    expect([
      [204, 409],
      [204, 401],
    ]).toContainEqual(states);
  });
});

describe('roles', () => {
  it('E0-4 a change of a role counts at once for everyone who is logged in', async () => {
    const { staff, ask } = await agencyWithAdministrator();
    const other = await staff.employee(ask, 'messages:read');
    const params = { roleId: other.role };
    const permissions = async () => (await other.ask(routes.getSession)).body.permissions;
    const everyones = 'messages:send';
    expect(await permissions()).toEqual([everyones, 'messages:read']);
    const body = { name: 'Planner', permissions: ['credits:read', 'workers:read'] };
    const changed = await ask(routes.changeRole, { params, body, ...version(1) });
    expect(changed.body).toEqual({ id: other.role, ...body, version: 2 });
    expect(await permissions()).toEqual([everyones, 'credits:read', 'workers:read']);
    expect((await ask(routes.changeRole, { params, body, ...version(1) })).status).toBe(412);
  });

  it('are listed by name behind that of the administrator, which allows everything', async () => {
    const { ask } = await agencyWithAdministrator();
    for (const name of ['Planner', 'Backoffice'])
      expect((await ask(routes.createRole, { body: { name, permissions: [] } })).status).toBe(201);
    const { items } = (await ask(routes.listRoles)).body;
    expect(items.map(({ name }: { name: string }) => name)).toEqual([ADMINISTRATOR, 'Backoffice', 'Planner']);
    expect(items[0]).toEqual({
      ...{ id: ADMINISTRATOR, name: ADMINISTRATOR, version: 0 },
      permissions: permissionNames,
    });
    const taken = await ask(routes.createRole, { body: { name: 'PLANNER', permissions: [] } });
    expect(taken).toMatchObject({ status: 409, body: { code: 'name-taken' } });
  });

  it('E4-15 know the permissions that staff know by their numbers', async () => {
    const { ask } = await agencyWithAdministrator();
    const numbered = ['messages:read', 'templates:manage', 'mobile-prefixes:manage', 'messages:menu'];
    const made = await ask(routes.createRole, { body: { name: 'Numbered', permissions: numbered } });
    expect(made.body.permissions).toEqual(numbered);
  });

  it('can’t be removed while an employee has one, nor given once they are gone', async () => {
    const { ask } = await agencyWithAdministrator();
    const roleId = await roleOf(ask, 'messages:read');
    const headers = { 'idempotency-key': 'bo' };
    const { id } = (await ask(routes.createEmployee, { body: bo(roleId), headers })).body;
    const remove = () => ask(routes.removeRole, { params: { roleId }, ...version(1) });
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'still-in-use' } });
    await ask(routes.changeEmployee, { params: { employeeId: id }, body: bo(), ...version(1) });
    expect((await remove()).status).toBe(204);
    const refused = await ask(routes.createEmployee, { body: bo(roleId) });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'roles[0]' }] } });
    // What was asked for before it was gone gets its answer still.
    expect(await ask(routes.createEmployee, { body: bo(roleId), headers })).toMatchObject({
      status: 201,
      body: { id },
    });
  });

  it('are 50 at most', async () => {
    const { agency, ask } = await agencyWithAdministrator();
    const { tenantId } = agency.tenant;
    const set = Object.fromEntries(
      Array.from({ length: 50 }, (_, place) => [
        `role:${newId('rol')}`,
        { name: `Role ${place}`, permissions: [], version: 1 },
      ]),
    );
    await table.write({ update: keys.roles(tenantId), change: { set } });
    const refused = await ask(routes.createRole, { body: { name: 'One more', permissions: [] } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'action-not-possible', errors: [{ path: 'name' }] } });
  });
});

describe('nobody gives what they do not have', () => {
  const MANAGER = ['employees:read', 'employees:manage', 'roles:manage', 'messages:read'] as const;
  const refused = { status: 403, body: { code: 'not-permitted' } };

  it('neither in a new role, nor by widening one, nor by taking over one that allows more', async () => {
    const { staff, ask } = await agencyWithAdministrator();
    const manager = await staff.employee(ask, ...MANAGER);
    const greedy = { name: 'Greedy', permissions: ['messages:read', 'settings:manage'] };
    expect(await manager.ask(routes.createRole, { body: greedy })).toMatchObject({
      status: 403,
      body: { errors: [{ path: 'permissions[1]', message: 'You do not have settings:manage yourself' }] },
    });
    const own = { params: { roleId: manager.role }, ...version(1) };
    expect(await manager.ask(routes.changeRole, { ...own, body: greedy })).toMatchObject(refused);
    const roleId = await roleOf(ask, 'settings:manage');
    const higher = { params: { roleId }, ...version(1) };
    const emptied = { name: 'Emptied', permissions: [] };
    expect(await manager.ask(routes.changeRole, { ...higher, body: emptied })).toMatchObject(refused);
    expect(await manager.ask(routes.removeRole, higher)).toMatchObject(refused);
  });

  it('neither by giving a role to others or to themselves, nor by any act on somebody who may more', async () => {
    const { staff, ask, employeeId: administrator } = await agencyWithAdministrator();
    const manager = await staff.employee(ask, ...MANAGER);
    const roleId = await roleOf(ask, 'settings:manage');
    for (const role of [ADMINISTRATOR, roleId]) {
      expect(await manager.ask(routes.createEmployee, { body: bo(role) })).toMatchObject(refused);
      const itself = { params: { employeeId: manager.employeeId }, ...version(1) };
      const body = bo(manager.role, role);
      expect(await manager.ask(routes.changeEmployee, { ...itself, body })).toMatchObject(refused);
    }
    const other = { params: { employeeId: administrator }, ...version(1) };
    expect(await manager.ask(routes.changeEmployee, { ...other, body: bo(ADMINISTRATOR) })).toMatchObject(refused);
    for (const route of [routes.deactivateEmployee, routes.reactivateEmployee, routes.removeEmployee])
      expect(await manager.ask(route, other)).toMatchObject(refused);
    expect((await manager.ask(routes.createEmployee, { body: bo(manager.role) })).status).toBe(201);
  });

  it('and no API token makes logins of people', async () => {
    const { ask } = await agencyWithAdministrator();
    for (const scope of ['employees:manage', 'roles:manage']) {
      const body = { name: 'Planning', scopes: [scope] };
      expect(await ask(routes.createApiToken, { body })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'scopes[0]' }] },
      });
    }
  });
});
