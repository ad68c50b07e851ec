import { findEmployee } from '../../directory/employees/keep-employee.ts';
import type { Employees } from '../../directory/employees/ports.ts';
import { type Acting, refuseHigher } from '../../directory/employees/rights.ts';
import type { Tenant } from '../../directory/model.ts';
import type { RoleStore } from '../../directory/roles/ports.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { type SendInvitationDependencies, type SentInvitation, sendInvitation } from './send-invitation.ts';

export interface InviteEmployeeDependencies extends SendInvitationDependencies {
  readonly employees: Pick<Employees, 'find'>;
  readonly roles: Pick<RoleStore, 'find'>;
}

/** @throws DomainError `not-found`, `not-permitted`, `action-not-possible` for one who is deactivated */
export async function inviteEmployee(
  deps: InviteEmployeeDependencies,
  actor: Acting & { readonly tenant: Tenant },
  employeeId: string,
  site: string,
): Promise<SentInvitation> {
  const { tenantId, tenant } = actor;
  const { fields, status, loginName, epoch } = await findEmployee(deps.employees, tenantId, employeeId);
  refuseHigher(actor, fields, (await deps.roles.find(tenantId)).roles);
  if (status !== 'active') {
    const message = 'This employee is deactivated; reactivate first';
    throw new DomainError('action-not-possible', { errors: [{ path: 'status', message }] });
  }
  const { name, language, mailAddress } = fields;
  const invitee = {
    ...{ tenant, personId: employeeId, name, language, epoch },
    ...(mailAddress !== undefined && { mailAddress }),
    ...(loginName !== undefined && { loginName }),
  };
  return sendInvitation(deps, actor, invitee, site);
}
