import * as z from 'zod/mini';
import type { Employee } from '../../../domain/directory/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const employeeItem = z.object({
  ...kind('employee'),
  tenantId: z.string(),
  employeeId: z.string(),
  name: z.string(),
  loginName: z.string(),
  mailAddress: z.optional(z.string()),
  roles: z.array(z.string()),
  status: z.enum(['active', 'disabled']),
});

export function employeeOf(item: Item): Employee {
  const { mailAddress, ...employee } = bare(z.parse(employeeItem, item));
  return { ...employee, ...(mailAddress !== undefined && { mailAddress }) };
}
