import type { FieldError } from '../../../contract/errors.ts';
import { checkNewPassword } from '../access/check-new-password.ts';
import { loginNameKey } from '../access/login-name.ts';
import type { Passwords } from '../access/ports.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import type { Employee } from './model.ts';
import type { Directory } from './ports.ts';

export interface NewEmployee {
  readonly name: string;
  readonly loginName: string;
  readonly password: string;
  readonly roles: readonly string[];
}

/**
 * Makes an employee with a login.
 *
 * @throws DomainError `invalid-request` for an unknown role or a password that is not safe, `name-taken`
 */
export async function createEmployee(
  { directory, passwords, newId }: { directory: Directory; passwords: Pick<Passwords, 'hash'>; newId: NewId },
  tenantId: string,
  { name, loginName, password, roles }: NewEmployee,
): Promise<Employee> {
  const known = await directory.roles(tenantId);
  const errors: FieldError[] = [
    ...roles.flatMap((role, place) =>
      Object.hasOwn(known, role) ? [] : [{ path: `roles[${place}]`, message: `There is no role ${role}` }],
    ),
    ...(/^\S{1,100}$/.test(loginName)
      ? []
      : [{ path: 'loginName', message: 'Give 1 to 100 characters, without spaces' }]),
    ...checkNewPassword(password).map((message) => ({ path: 'password', message })),
  ];
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });

  const employee: Employee = { tenantId, employeeId: newId('emp'), name, loginName, roles, status: 'active' };
  const login = {
    tenantId,
    loginName: loginNameKey(loginName),
    personId: employee.employeeId,
    passwordHash: await passwords.hash(password),
    tries: 0,
  };
  if (!(await directory.addEmployee(employee, login))) throw new DomainError('name-taken');
  return employee;
}
