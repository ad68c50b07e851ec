import { findEmployee } from '../../directory/employees/keep-employee.ts';
import type { EmployeeEntry } from '../../directory/employees/model.ts';
import type { Employees } from '../../directory/employees/ports.ts';
import { type Acting, refuseHigher } from '../../directory/employees/rights.ts';
import type { RoleStore } from '../../directory/roles/ports.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { WrittenDown } from '../invitations/ports.ts';

export interface SecondFactorResets {
  /** Removes the factors, in one write with the end of all sessions. False when the employee has changed meanwhile. */
  apply(before: EmployeeEntry, after: EmployeeEntry, written: WrittenDown): Promise<boolean>;
}

export interface ResetDependencies {
  readonly employees: Pick<Employees, 'find'>;
  readonly roles: Pick<RoleStore, 'find'>;
  readonly resets: SecondFactorResets;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * For an employee who has lost every second factor: the next login sets one up anew. The employee is mailed of it.
 *
 * @throws DomainError `not-found`, `not-permitted`, `changed-meanwhile`
 */
export async function resetSecondFactor(deps: ResetDependencies, actor: Acting, employeeId: string): Promise<void> {
  const { employees, roles, resets, clock, newId } = deps;
  const { tenantId, id: by, requestId, address } = actor;
  const before = await findEmployee(employees, tenantId, employeeId);
  refuseHigher(actor, before.fields, (await roles.find(tenantId)).roles);
  const subject = { tenantId, subjectId: employeeId, at: clock.now().toISOString(), by };
  const written = {
    notification: { ...subject, notificationId: newId('not'), kind: 'second-factor-reset' },
    audit: { ...subject, auditId: newId('aud'), requestId, address, action: 'second-factor-reset' },
  };
  if (!(await resets.apply(before, { ...before, epoch: before.epoch + 1 }, written)))
    throw new DomainError('changed-meanwhile');
}
