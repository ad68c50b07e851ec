import type { FieldError } from '../../../../contract/errors.ts';
import { ADMINISTRATOR } from '../../../../contract/permissions.ts';
import type { EmployeeFields } from '../../../../contract/routes/directory/employees.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { earlierAnswer } from '../../shared/idempotency.ts';
import type { NewId } from '../../shared/ids.ts';
import { auditLine } from '../entries/audit-line.ts';
import { changedFields } from '../entries/changed-fields.ts';
import { lists } from '../entries/kinds.ts';
import type { Actor } from '../entries/model.ts';
import type { Roles } from '../model.ts';
import type { RoleStore } from '../roles/ports.ts';
import type { EmployeeEntry } from './model.ts';
import type { EmployeeChange, Employees } from './ports.ts';
import { type Acting, refusedRoles, refuseHigher } from './rights.ts';

export interface EmployeeDependencies {
  readonly employees: Employees;
  readonly roles: RoleStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /** hears of sessions that were left; they are void already */
  readonly sessionsLeft: (error: unknown) => void;
}

/**
 * Records an employee, once for each key. An invitation gives the login.
 *
 * @throws DomainError `invalid-request` for an unknown role, `not-permitted` for one that allows more than the actor may
 */
export async function createEmployee(
  { employees, roles, clock, newId }: EmployeeDependencies,
  actor: Acting,
  fields: EmployeeFields,
  key: string,
): Promise<EmployeeEntry> {
  const { tenantId } = actor;
  const now = clock.now();
  const at = now.toISOString();
  const id = newId('emp');
  const request = { route: lists.employees, key, asked: fields, answer: { id }, now };
  const earlier = earlierAnswer(await employees.earlier(tenantId, request));
  if (earlier) return findEmployee(employees, tenantId, earlier.id);
  checkRoles(actor, (await roles.find(tenantId)).roles, fields.roles);
  const employee: EmployeeEntry = {
    ...{ tenantId, id, version: 1, createdAt: at, changedAt: at, changedBy: actor.id, fields },
    ...{ status: 'active', epoch: 0 },
  };
  const result = await employees.add(employee, request, auditLine(newId, actor, id, at, { action: 'created' }));
  if (result.kind === 'role-missing') throw roleGone();
  const beside = earlierAnswer(result);
  return beside ? findEmployee(employees, tenantId, beside.id) : employee;
}

/** @throws DomainError `not-found` */
export async function findEmployee(
  employees: Pick<Employees, 'find'>,
  tenantId: string,
  employeeId: string,
): Promise<EmployeeEntry> {
  const employee = await employees.find(tenantId, employeeId);
  if (!employee) throw new DomainError('not-found');
  return employee;
}

/**
 * Puts other fields in place of an employee's; other rights count from the next request on.
 *
 * @param version that the caller has seen
 * @throws DomainError `not-found`, `changed-meanwhile`, `not-permitted`, `invalid-request`, `last-administrator`
 */
export async function changeEmployee(
  deps: EmployeeDependencies,
  actor: Acting,
  employeeId: string,
  version: number,
  fields: EmployeeFields,
): Promise<EmployeeEntry> {
  const before = await findEmployee(deps.employees, actor.tenantId, employeeId);
  const { roles } = await deps.roles.find(actor.tenantId);
  refuseHigher(actor, before.fields, roles);
  if (before.version !== version) throw new DomainError('changed-meanwhile');
  checkRoles(actor, roles, fields.roles, before.fields.roles);
  const changed = changedFields(before.fields, fields);
  if (changed.length === 0) return before;
  return replace(deps, actor, before, { fields }, { action: 'changed', changed });
}

/**
 * Keeps an employee out, or lets one in again. Either ends all sessions.
 *
 * @throws DomainError `not-found`, `changed-meanwhile`, `not-permitted`, `last-administrator`
 */
export async function setEmployeeStatus(
  deps: EmployeeDependencies,
  actor: Acting,
  employeeId: string,
  status: EmployeeEntry['status'],
): Promise<EmployeeEntry> {
  const before = await findEmployee(deps.employees, actor.tenantId, employeeId);
  refuseHigher(actor, before.fields, (await deps.roles.find(actor.tenantId)).roles);
  if (before.status === status) return before;
  const action = status === 'active' ? 'reactivated' : 'deactivated';
  return replace(deps, actor, before, { status, epoch: before.epoch + 1 }, { action });
}

/**
 * Removes an employee with login, sessions and second factors; the audit trail stays.
 *
 * @throws DomainError `not-found`, `changed-meanwhile`, `not-permitted`, `still-in-use`, `last-administrator`
 */
export async function removeEmployee(
  deps: EmployeeDependencies,
  actor: Acting,
  employeeId: string,
  version: number,
): Promise<void> {
  const { employees, roles, clock, newId, sessionsLeft } = deps;
  const employee = await findEmployee(employees, actor.tenantId, employeeId);
  refuseHigher(actor, employee.fields, (await roles.find(actor.tenantId)).roles);
  if (employee.version !== version) throw new DomainError('changed-meanwhile');
  const at = clock.now().toISOString();
  const result = await employees.remove(employee, auditLine(newId, actor, employeeId, at, { action: 'removed' }));
  if (result === 'changed') throw new DomainError('changed-meanwhile');
  if (result === 'in-use') throw new DomainError('still-in-use');
  if (result === 'last-administrator') throw new DomainError('last-administrator');
  await employees.removeTraces(actor.tenantId, employeeId).catch(sessionsLeft);
}

async function replace(
  { employees, clock, newId }: EmployeeDependencies,
  actor: Actor,
  before: EmployeeEntry,
  change: Partial<Pick<EmployeeEntry, 'fields' | 'status' | 'epoch'>>,
  what: Pick<AuditLine, 'action' | 'changed'>,
): Promise<EmployeeEntry> {
  const at = clock.now().toISOString();
  const next = { ...before, ...change, version: before.version + 1, changedAt: at, changedBy: actor.id };
  refuse(await employees.replace(before, next, auditLine(newId, actor, before.id, at, what)));
  return next;
}

function refuse(result: EmployeeChange): void {
  if (result === 'changed') throw new DomainError('changed-meanwhile');
  if (result === 'last-administrator') throw new DomainError('last-administrator');
  if (result === 'role-missing') throw roleGone();
}

/** @throws DomainError `invalid-request`, `not-permitted` */
function checkRoles(actor: Acting, roles: Roles, given: readonly string[], had: readonly string[] = []): void {
  const unknown: FieldError[] = given.flatMap((id, place) =>
    id === ADMINISTRATOR || Object.hasOwn(roles, id)
      ? []
      : [{ path: `roles[${place}]`, message: 'There is no {id}' as const, values: { id } }],
  );
  if (unknown.length > 0) throw new DomainError('invalid-request', { errors: unknown });
  const errors = refusedRoles(actor, roles, given, had);
  if (errors.length > 0) throw new DomainError('not-permitted', { errors });
}

function roleGone(): DomainError {
  const message = 'One of these roles was removed just now';
  return new DomainError('invalid-request', { errors: [{ path: 'roles', message }] });
}
