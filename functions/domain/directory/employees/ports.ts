import type { EmployeeFields } from '../../../../contract/routes/directory/employees.ts';
import type { Login } from '../../access/model.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../../shared/idempotency.ts';
import type { Entries } from '../entries/ports.ts';
import type { EmployeeEntry } from './model.ts';

/** `changed`: it is no longer in the version of `before`; `role-missing`: a role that it gains does not exist. */
export type EmployeeChange = 'done' | 'changed' | 'role-missing' | 'last-administrator';

/** Each write keeps the rule that one administrator is left, and the roles that are in use. */
export interface Employees extends Pick<Entries<EmployeeFields>, 'rows'> {
  add(
    employee: EmployeeEntry,
    request: IdempotentRequest<{ id: string }>,
    audit: AuditLine,
  ): Promise<Idempotency<{ id: string }> | { readonly kind: 'role-missing' }>;
  /** What the first request with this key got, if there was one. */
  earlier(
    tenantId: string,
    request: IdempotentRequest<{ id: string }>,
  ): Promise<Idempotency<{ id: string }> | undefined>;
  /** With a login at once: the first of a tenant. */
  addWithLogin(
    employee: EmployeeEntry,
    login: Login,
    audit: AuditLine,
  ): Promise<'done' | 'name-taken' | 'role-missing'>;
  find(tenantId: string, employeeId: string): Promise<EmployeeEntry | undefined>;
  findMany(tenantId: string, ids: readonly string[]): Promise<EmployeeEntry[]>;
  replace(before: EmployeeEntry, after: EmployeeEntry, audit: AuditLine): Promise<EmployeeChange>;
  /** With the login; `in-use`: something refers to the employee. */
  remove(employee: EmployeeEntry, audit: AuditLine): Promise<'done' | 'changed' | 'in-use' | 'last-administrator'>;
  /** Removes sessions, tokens and second factors, of which nothing counts any more. */
  removeTraces(tenantId: string, employeeId: string): Promise<void>;
}
