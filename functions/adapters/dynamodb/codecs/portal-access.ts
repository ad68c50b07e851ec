import * as z from 'zod/mini';
import type { PortalAccess } from '../../../domain/portal/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const portalAccessItem = z.object({
  ...kind('portal-access'),
  tenantId: z.string(),
  workerId: z.string(),
  status: z.enum(['disabled', 'enabled', 'blocked']),
  cause: z.optional(z.enum(['staff', 'auto'])),
  loginName: z.optional(z.string()),
  issuedUntil: z.optional(z.string()),
  epoch: z.number(),
  version: z.number(),
});

export function portalAccessOf(item: Item): PortalAccess {
  const { cause, loginName, issuedUntil, ...access } = bare(z.parse(portalAccessItem, item));
  return {
    ...access,
    ...(cause !== undefined && { cause }),
    ...(loginName !== undefined && { loginName }),
    ...(issuedUntil !== undefined && { issuedUntil }),
  };
}
