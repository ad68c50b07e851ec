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
  roles: z.array(z.string()),
  status: z.enum(['active', 'disabled']),
});

export const employeeOf = (item: Item): Employee => bare(z.parse(employeeItem, item));
