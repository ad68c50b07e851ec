import * as z from 'zod/mini';
import type { HirerAccess } from '../../../domain/hirers/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const accessItem = z.object({
  ...kind('hirer-access'),
  tenantId: z.string(),
  contactId: z.string(),
  status: z.enum(['enabled', 'withdrawn']),
  loginName: z.optional(z.string()),
  epoch: z.number(),
  version: z.number(),
});

export function hirerAccessOf(item: Item): HirerAccess {
  const { loginName, ...access } = bare(z.parse(accessItem, item));
  return { ...access, ...(loginName !== undefined && { loginName }) };
}
