import { createOperatorsTenant } from '../directory/create-tenant.ts';
import { removeEmployee } from '../directory/employees/keep-employee.ts';
import type { EmployeeEntry } from '../directory/employees/model.ts';
import { OPERATORS_SLUG } from '../directory/model.ts';
import { DomainError } from '../shared/domain-error.ts';
import { actingFor, BY_COMMAND } from './acting.ts';
import {
  employeesOf,
  type InviteAdministratorDependencies,
  type Invited,
  inviteAdministrator,
  type NewAdministrator,
} from './invite-administrator.ts';

/**
 * Makes an operator, and an invitation whose token only the caller knows: no mail has to work for it. Done again for the same
 * mail address it makes another one; accepted, it puts other login data in place of the operator's.
 */
export async function inviteOperator(
  deps: InviteAdministratorDependencies,
  operator: NewAdministrator,
): Promise<Invited> {
  const known = await deps.logins.tenantIdOf(OPERATORS_SLUG);
  const tenantId = known ?? (await createOperatorsTenant(deps)).tenantId;
  return inviteAdministrator(deps, actingFor(BY_COMMAND, tenantId), await employeesOf(deps, tenantId), operator);
}

/**
 * Takes an operator's login away, at once. The last one who can log in stays.
 *
 * @throws DomainError `not-found`, `action-not-possible`
 */
export async function removeOperator(
  deps: InviteAdministratorDependencies,
  mailAddress: string,
): Promise<EmployeeEntry> {
  const tenantId = await deps.logins.tenantIdOf(OPERATORS_SLUG);
  const operators = tenantId === undefined ? [] : await employeesOf(deps, tenantId);
  const operator = operators.find(({ fields }) => fields.mailAddress === mailAddress);
  if (!operator) {
    const message = 'No operator has the mail address {mailAddress}';
    throw new DomainError('not-found', { errors: [{ path: 'mail', message, values: { mailAddress } }] });
  }
  await removeEmployee(deps, actingFor(BY_COMMAND, operator.tenantId), operator.id, operator.version);
  return operator;
}
