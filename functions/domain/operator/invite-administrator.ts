import type { Language } from '../../../contract/catalogues/index.ts';
import { ADMINISTRATOR } from '../../../contract/permissions.ts';
import type { Invitation } from '../access/invitations/model.ts';
import { type MakeInvitationDependencies, makeInvitation } from '../access/invitations/send-invitation.ts';
import type { Accounts, Logins } from '../access/ports.ts';
import { createEmployee, type EmployeeDependencies } from '../directory/employees/keep-employee.ts';
import type { EmployeeEntry } from '../directory/employees/model.ts';
import type { Acting } from '../directory/employees/rights.ts';
import { lists } from '../directory/entries/kinds.ts';
import { listEntries } from '../directory/entries/list-entries.ts';
import type { Directory } from '../directory/ports.ts';
import { DomainError } from '../shared/domain-error.ts';

export interface InviteAdministratorDependencies extends EmployeeDependencies, MakeInvitationDependencies {
  readonly directory: Directory;
  readonly logins: Pick<Logins, 'tenantIdOf'>;
  readonly accounts: Pick<Accounts, 'ofPerson'>;
}

export interface NewAdministrator {
  readonly name: string;
  readonly language: Language;
  readonly mailAddress: string;
}

export interface Invited {
  readonly tenantId: string;
  readonly employeeId: string;
  readonly invitation: Invitation;
  /** of the invitation: known here, and then to nobody but its reader */
  readonly token: string;
}

/** Employees looked at; an agency without an administrator has none or few, and operators are few. */
const EMPLOYEES_AT_MOST = 100;

export async function employeesOf(
  { employees }: Pick<InviteAdministratorDependencies, 'employees'>,
  tenantId: string,
): Promise<EmployeeEntry[]> {
  const limit = EMPLOYEES_AT_MOST;
  return (await listEntries<EmployeeEntry>(employees, tenantId, lists.employees, { limit })).items;
}

/** Invites an administrator whom nobody but the operator can invite; one with the same mail address is invited anew. */
export async function inviteAdministrator(
  deps: InviteAdministratorDependencies,
  actor: Acting,
  known: readonly EmployeeEntry[],
  administrator: NewAdministrator,
): Promise<Invited> {
  const { tenantId } = actor;
  const fields = { ...administrator, phones: [], roles: [ADMINISTRATOR] };
  const same = known.find(({ fields: { mailAddress } }) => mailAddress === administrator.mailAddress);
  const { id: employeeId, epoch } = same ?? (await createEmployee(deps, actor, fields, `first-${deps.newId('emp')}`));
  const account = await deps.accounts.ofPerson({ tenantId, personId: employeeId });
  if (!account) throw new DomainError('not-found');
  const invitee = { tenant: account.tenant, personId: employeeId, epoch, ...administrator };
  const { invitation, token } = await makeInvitation(deps, actor, invitee);
  return { tenantId, employeeId, invitation, token };
}
