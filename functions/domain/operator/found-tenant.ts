import { checkSlug, createTenant, type NewTenant } from '../directory/create-tenant.ts';
import { isAdministrator } from '../directory/employees/model.ts';
import { DomainError } from '../shared/domain-error.ts';
import { actingFor, BY_COMMAND, type Operator } from './acting.ts';
import {
  employeesOf,
  type InviteAdministratorDependencies,
  type Invited,
  inviteAdministrator,
  type NewAdministrator,
} from './invite-administrator.ts';

/**
 * Makes an agency with its first administrator, and an invitation whose token only the caller knows. Done again it makes
 * another invitation, as long as nobody has accepted one.
 *
 * @throws DomainError `invalid-request`; `action-not-possible` for an agency that has an administrator already
 */
export async function foundTenant(
  deps: InviteAdministratorDependencies,
  tenant: NewTenant,
  administrator: NewAdministrator,
): Promise<Invited> {
  checkSlug(tenant.slug);
  const known = await deps.logins.tenantIdOf(tenant.slug);
  const tenantId = known ?? (await createTenant(deps, tenant)).tenantId;
  return inviteFirst(deps, BY_COMMAND, tenantId, administrator);
}

/**
 * Invites the first administrator of an agency, or that one anew.
 *
 * @throws DomainError `action-not-possible` for an agency that has an administrator already
 */
export async function inviteFirst(
  deps: InviteAdministratorDependencies,
  operator: Operator,
  tenantId: string,
  administrator: NewAdministrator,
): Promise<Invited> {
  const employees = await employeesOf(deps, tenantId);
  if (employees.some(isAdministrator)) {
    const message = 'This agency has an administrator already, who invites all others';
    throw new DomainError('action-not-possible', { errors: [{ path: 'administrator', message }] });
  }
  return inviteAdministrator(deps, actingFor(operator, tenantId), employees, administrator);
}
