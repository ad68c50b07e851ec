import * as z from 'zod/mini';
import type { Login } from '../../../domain/access/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const loginItem = z.object({
  ...kind('login'),
  tenantId: z.string(),
  loginName: z.string(),
  personId: z.string(),
  passwordHash: z.string(),
  tries: z.number(),
  epoch: z.optional(z.number()),
  blocked: z.optional(z.literal(true)),
  locked: z.optional(z.literal(true)),
  issuedUntil: z.optional(z.string()),
  issuedUsedAt: z.optional(z.string()),
  lastTryAt: z.optional(z.string()),
});
const tenantSlugItem = z.object({ ...kind('tenant-slug'), tenantId: z.string() });

export function loginOf(item: Item): Login {
  const { lastTryAt, epoch, blocked, locked, issuedUntil, issuedUsedAt, ...login } = bare(z.parse(loginItem, item));
  return {
    ...login,
    ...(epoch !== undefined && { epoch }),
    ...(blocked && { blocked }),
    ...(locked && { locked }),
    ...(issuedUntil !== undefined && { issuedUntil }),
    ...(issuedUsedAt !== undefined && { issuedUsedAt }),
    ...(lastTryAt !== undefined && { lastTryAt }),
  };
}

/** Whose login it is comes from the agency's short name. */
export const tenantIdOf = (item: Item): string => z.parse(tenantSlugItem, item).tenantId;
