import type { Language } from '../../../contract/catalogues/index.ts';
import { ADMINISTRATOR, permissionNames } from '../../../contract/permissions.ts';
import type { Invitation } from '../access/invitations/model.ts';
import { type MakeInvitationDependencies, makeInvitation } from '../access/invitations/send-invitation.ts';
import type { Accounts, Logins } from '../access/ports.ts';
import { createTenant, type NewTenant } from '../directory/create-tenant.ts';
import { createEmployee, type EmployeeDependencies } from '../directory/employees/keep-employee.ts';
import { type EmployeeEntry, isAdministrator } from '../directory/employees/model.ts';
import type { Acting } from '../directory/employees/rights.ts';
import { lists } from '../directory/entries/kinds.ts';
import { listEntries } from '../directory/entries/list-entries.ts';
import type { Directory } from '../directory/ports.ts';
import { DomainError } from '../shared/domain-error.ts';

export interface FoundDependencies extends EmployeeDependencies, MakeInvitationDependencies {
  readonly directory: Directory;
  readonly logins: Pick<Logins, 'tenantIdOf'>;
  readonly accounts: Pick<Accounts, 'ofPerson'>;
}

export interface FirstAdministrator {
  readonly name: string;
  readonly language: Language;
  readonly mailAddress: string;
}

/** Employees looked at; an agency without an administrator has none or few. */
const EMPLOYEES_AT_MOST = 100;

/** Who acts by a command, with the rights of whoever may write to the table. */
export const byOperator = (tenantId: string): Acting => ({
  ...{ tenantId, id: 'operator', requestId: 'command', address: 'command' },
  permissions: new Set(permissionNames),
});

/**
 * Makes an agency with its first administrator, and an invitation whose token only the caller knows. Done again it makes
 * another invitation, as long as nobody has accepted one.
 *
 * @throws DomainError `invalid-request`; `action-not-possible` for an agency that has an administrator already
 */
export async function foundTenant(
  deps: FoundDependencies,
  tenant: NewTenant,
  administrator: FirstAdministrator,
): Promise<{ tenantId: string; employeeId: string; invitation: Invitation; token: string }> {
  const known = await deps.logins.tenantIdOf(tenant.slug);
  const tenantId = known ?? (await createTenant(deps, tenant)).tenantId;
  const actor = byOperator(tenantId);
  const limit = EMPLOYEES_AT_MOST;
  const { items } = await listEntries<EmployeeEntry>(deps.employees, tenantId, lists.employees, { limit });
  if (items.some(isAdministrator)) {
    const message = `The agency ${tenant.slug} has an administrator already, who invites all others`;
    throw new DomainError('action-not-possible', { errors: [{ path: 'slug', message }] });
  }
  const fields = { ...administrator, phones: [], roles: [ADMINISTRATOR] };
  const same = items.find(({ fields: { mailAddress } }) => mailAddress === administrator.mailAddress);
  const { id: employeeId, epoch } = same ?? (await createEmployee(deps, actor, fields, `first-${deps.newId('emp')}`));
  const account = await deps.accounts.ofPerson({ tenantId, personId: employeeId });
  if (!account) throw new DomainError('not-found');
  const invitee = { tenant: account.tenant, personId: employeeId, epoch, ...administrator };
  const { invitation, token } = await makeInvitation(deps, actor, invitee);
  return { tenantId, employeeId, invitation, token };
}
