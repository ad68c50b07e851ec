import * as z from 'zod/mini';
import { employeeBody } from '../../../../contract/routes/directory/employees.ts';
import type { EmployeeEntry } from '../../../domain/directory/employees/model.ts';
import type { Item } from '../table.ts';
import { employeeAccess } from './employee.ts';

const employeeItem = z.object({
  ...employeeAccess,
  version: z.number(),
  createdAt: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
  fields: employeeBody,
});

/** An employee's whole file. */
export function employeeEntryOf(item: Item): EmployeeEntry {
  const { type: _, v: __, loginName, ...entry } = z.parse(employeeItem, item);
  return { ...entry, ...(loginName !== undefined && { loginName }) };
}
