import { ADMINISTRATOR } from '../../../contract/permissions.ts';
import { loginNameKey } from '../../domain/access/login-name.ts';
import type { Login } from '../../domain/access/model.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import { EMPLOYEE, type EmployeeEntry, isAdministrator } from '../../domain/directory/employees/model.ts';
import type { EmployeeChange, Employees } from '../../domain/directory/employees/ports.ts';
import { standingOf } from '../../domain/directory/entries/standing.ts';
import type { IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import { employeeEntryOf } from './codecs/employee-entry.ts';
import { ADMINISTRATORS, roleAttribute, usesAttribute } from './codecs/roles.ts';
import { all, atLeast, equals, exists, missing } from './condition.ts';
import { type RowQuery, readRows, rowChanges, rowKeys, rowPuts } from './entry-rows.ts';
import { earlierOf, writeOnce } from './idempotency.ts';
import { AUDIT, keys, NOTIFICATION, personPartition } from './keys.ts';
import type { Item, Table, Write } from './table.ts';

/** Rows removed with one query. */
const ROWS_AT_ONCE = 100;

/**
 * Employees. Each write that touches roles goes with one of the item of all roles, which counts who has each and how many
 * administrators there are: so no role vanishes under an employee, and the last administrator stays.
 */
export class EmployeeRepository implements Employees {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(employee: EmployeeEntry, request: IdempotentRequest<{ id: string }>, audit: AuditLine) {
    const writes = [...added(employee), auditPut(audit)];
    const result = await writeOnce(this.#table, employee.tenantId, request, ...writes);
    return result.kind === 'refused' ? ({ kind: 'role-missing' } as const) : result;
  }

  earlier(tenantId: string, request: IdempotentRequest<{ id: string }>) {
    return earlierOf(this.#table, tenantId, request);
  }

  async addWithLogin(employee: EmployeeEntry, login: Login, audit: AuditLine) {
    const result = await this.#table.write(loginPut(login), ...added(employee), auditPut(audit));
    if (result.done) return 'done';
    return result.refused[0] ? 'name-taken' : 'role-missing';
  }

  async find(tenantId: string, employeeId: string): Promise<EmployeeEntry | undefined> {
    const item = await this.#table.get(keys.entry(tenantId, employeeId));
    return item && employeeEntryOf(item);
  }

  async findMany(tenantId: string, ids: readonly string[]): Promise<EmployeeEntry[]> {
    if (ids.length === 0) return [];
    const items = await this.#table.batchGet(ids.map((id) => keys.entry(tenantId, id)));
    return items.filter((item) => item !== undefined).map(employeeEntryOf);
  }

  rows(tenantId: string, query: RowQuery) {
    return readRows(this.#table, tenantId, query);
  }

  async replace(before: EmployeeEntry, next: EmployeeEntry, audit: AuditLine): Promise<EmployeeChange> {
    const { tenantId, id, version, changedAt, changedBy, fields, status, epoch } = next;
    const [old, wanted] = [before, next].map((one) => standingOf(EMPLOYEE, one.fields));
    const result = await this.#table.write(
      {
        update: keys.entry(tenantId, id),
        change: { set: { version, changedAt, changedBy, fields, status, epoch } },
        condition: unchanged(before),
      },
      ...rolesWrite(before, next),
      auditPut(audit),
      ...(old && wanted ? rowChanges(next, old, wanted) : []),
      ...loginWrites(before, next),
    );
    if (result.done) return 'done';
    return result.refused[0] ? 'changed' : refusedByRoles(before, next, result.refused[1]);
  }

  async remove(employee: EmployeeEntry, audit: AuditLine) {
    const { tenantId, id, loginName } = employee;
    const result = await this.#table.write(
      { delete: keys.entry(tenantId, id), condition: all(unchanged(employee), equals('uses', 0)) },
      ...rolesWrite(employee, undefined),
      ...(loginName === undefined ? [] : [{ delete: keys.login(tenantId, loginNameKey(loginName)) }]),
      auditPut(audit),
      ...rowKeys(tenantId, id, standingOf(EMPLOYEE, employee.fields)).map(({ key }) => ({ delete: key })),
    );
    if (result.done) return 'done';
    const [entry] = result.refused;
    if (!entry) return 'last-administrator';
    return entry['version'] === employee.version && entry['uses'] !== 0 ? 'in-use' : 'changed';
  }

  async removeTraces(tenantId: string, employeeId: string): Promise<void> {
    const pk = personPartition(tenantId, employeeId);
    let after: Item | undefined;
    do {
      const page = await this.#table.query({
        partition: { pk },
        limit: ROWS_AT_ONCE,
        consistent: true,
        ...(after && { after }),
      });
      const traces = page.items.map(({ sk }) => String(sk)).filter((sk) => !STAYS.some((kind) => sk.startsWith(kind)));
      for (const sk of traces) await this.#table.write({ delete: { pk, sk } });
      after = page.next;
    } while (after);
  }
}

/** A login that is kept out is refused as one with a wrong password is, before the password is looked at (A10). */
function loginWrites({ tenantId, loginName, status }: EmployeeEntry, next: EmployeeEntry): Write[] {
  if (loginName === undefined || status === next.status) return [];
  const change = next.status === 'disabled' ? { set: { blocked: true } } : { remove: ['blocked'] };
  return [{ update: keys.login(tenantId, loginNameKey(loginName)), change, condition: exists('pk') }];
}

/** What tells of an employee who is gone. */
const STAYS = [AUDIT, NOTIFICATION];

/** Neither changed by staff nor, as by an accepted invitation, by the employee. */
function unchanged({ version, epoch, loginName }: EmployeeEntry) {
  return all(
    equals('version', version),
    equals('epoch', epoch),
    loginName === undefined ? missing('loginName') : equals('loginName', loginName),
  );
}

export function loginPut(login: Login): Write {
  return {
    put: { ...keys.login(login.tenantId, login.loginName), type: 'login', v: 1, ...login },
    condition: missing('pk'),
  };
}

function added(employee: EmployeeEntry): Write[] {
  const { tenantId, id, fields } = employee;
  return [
    { put: { ...keys.entry(tenantId, id), type: 'employee', v: 1, uses: 0, ...employee }, condition: missing('pk') },
    ...rolesWrite(undefined, employee),
    ...rowPuts(employee, standingOf(EMPLOYEE, fields)),
  ];
}

const ownRoles = (employee: EmployeeEntry | undefined) =>
  (employee?.fields.roles ?? []).filter((id) => id !== ADMINISTRATOR);
const without = (some: readonly string[], others: readonly string[]) => some.filter((one) => !others.includes(one));

const administratorsIn = (employee: EmployeeEntry | undefined) => (employee && isAdministrator(employee) ? 1 : 0);

/** Of one employee as before and after a change; nothing when no role is gained or lost. */
export function rolesWrite(before: EmployeeEntry | undefined, next: EmployeeEntry | undefined): Write[] {
  const one = before ?? next;
  const gained = without(ownRoles(next), ownRoles(before));
  const lost = without(ownRoles(before), ownRoles(next));
  const administrators = administratorsIn(next) - administratorsIn(before);
  if (!one || (gained.length === 0 && lost.length === 0 && administrators === 0)) return [];
  const conditions = [
    ...gained.map((id) => exists(roleAttribute(id))),
    ...(administrators < 0 ? [atLeast(ADMINISTRATORS, 2)] : []),
  ];
  return [
    {
      update: keys.roles(one.tenantId),
      change: {
        set: { type: 'roles', v: 1 },
        add: {
          ...Object.fromEntries(gained.map((id) => [usesAttribute(id), 1])),
          ...Object.fromEntries(lost.map((id) => [usesAttribute(id), -1])),
          ...(administrators !== 0 && { [ADMINISTRATORS]: administrators }),
        },
      },
      ...(conditions.length > 0 && { condition: all(...conditions) }),
    },
  ];
}

function refusedByRoles(before: EmployeeEntry, next: EmployeeEntry, roles: Item | undefined): EmployeeChange {
  const gained = without(ownRoles(next), ownRoles(before));
  return gained.some((id) => roles?.[roleAttribute(id)] === undefined) ? 'role-missing' : 'last-administrator';
}
