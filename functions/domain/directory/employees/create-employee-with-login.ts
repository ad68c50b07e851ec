import type { Language } from '../../../../contract/catalogues/index.ts';
import type { FieldError } from '../../../../contract/errors.ts';
import { ADMINISTRATOR } from '../../../../contract/permissions.ts';
import { checkNewPassword, type IsCommonPassword } from '../../access/check-new-password.ts';
import { loginNameKey } from '../../access/login-name.ts';
import type { Passwords } from '../../access/ports.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Employee } from '../model.ts';
import type { RoleStore } from '../roles/ports.ts';
import type { EmployeeEntry } from './model.ts';
import type { Employees } from './ports.ts';

export interface NewEmployee {
  readonly name: string;
  readonly language: Language;
  readonly loginName: string;
  readonly password: string;
  /** ids of roles */
  readonly roles: readonly string[];
}

export interface WithLoginDependencies {
  readonly employees: Pick<Employees, 'addWithLogin'>;
  readonly roles: RoleStore;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly isCommonPassword: IsCommonPassword;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Makes an employee who has a login from the start, as demo data and tests need; staff invite instead.
 *
 * @throws DomainError `invalid-request` for an unknown role or a password that is not safe, `name-taken`
 */
export async function createEmployeeWithLogin(
  { employees, roles: store, passwords, isCommonPassword, clock, newId }: WithLoginDependencies,
  tenantId: string,
  { name, language, loginName, password, roles }: NewEmployee,
): Promise<Employee & { readonly loginName: string }> {
  const known = (await store.find(tenantId)).roles;
  const errors: FieldError[] = [
    ...roles.flatMap((role, place) =>
      role === ADMINISTRATOR || Object.hasOwn(known, role)
        ? []
        : [{ path: `roles[${place}]`, message: 'There is no {id}' as const, values: { id: role } }],
    ),
    ...(/^\S{1,100}$/.test(loginName)
      ? []
      : [{ path: 'loginName', message: 'Give 1 to 100 characters, without spaces' as const }]),
    ...checkNewPassword(isCommonPassword, password, [name, loginName]),
  ];
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });

  const employeeId = newId('emp');
  const at = clock.now().toISOString();
  const by = 'system';
  const employee: EmployeeEntry = {
    ...{ tenantId, id: employeeId, version: 1, createdAt: at, changedAt: at, changedBy: by },
    fields: { name, language, phones: [], roles: [...roles] },
    ...{ loginName, status: 'active', epoch: 0 },
  };
  const login = {
    tenantId,
    loginName: loginNameKey(loginName),
    personId: employeeId,
    passwordHash: await passwords.hash(password),
    tries: 0,
  };
  const audit = { tenantId, subjectId: employeeId, auditId: newId('aud'), at, by, action: 'created' };
  const result = await employees.addWithLogin(employee, login, audit);
  if (result === 'name-taken') throw new DomainError('name-taken');
  if (result === 'role-missing') throw new DomainError('invalid-request');
  return { tenantId, employeeId, name, language, roles, loginName, status: 'active', epoch: 0 };
}
