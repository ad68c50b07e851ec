import * as z from 'zod/mini';
import type { Employee } from '../../../domain/directory/model.ts';
import type { Item } from '../table.ts';
import { kind } from './kind.ts';

/** The access lies beside the fields, which only staff change. */
export const employeeAccess = {
  ...kind('employee'),
  tenantId: z.string(),
  id: z.string(),
  loginName: z.optional(z.string()),
  status: z.enum(['active', 'disabled']),
  epoch: z.number(),
};
const employeeItem = z.object({
  ...employeeAccess,
  fields: z.object({
    name: z.string(),
    language: z.enum(['nl', 'de', 'pl', 'en']),
    mailAddress: z.optional(z.string()),
    roles: z.array(z.string()),
    smsSignature: z.optional(z.string()),
  }),
});

/** What decides on a request, for functions that need nothing else of an employee's file. */
export function employeeOf(item: Item): Employee {
  const { tenantId, id: employeeId, loginName, status, epoch, fields } = z.parse(employeeItem, item);
  const { name, language, mailAddress, roles, smsSignature } = fields;
  return {
    ...{ tenantId, employeeId, name, language, roles, status, epoch },
    ...(mailAddress !== undefined && { mailAddress }),
    ...(loginName !== undefined && { loginName }),
    ...(smsSignature !== undefined && { smsSignature }),
  };
}
