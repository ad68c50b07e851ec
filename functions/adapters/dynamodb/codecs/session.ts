import * as z from 'zod/mini';
import type { Session } from '../../../domain/access/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const sessionItem = z.object({
  ...kind('session'),
  tenantId: z.string(),
  employeeId: z.string(),
  secretHash: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
});

export const sessionOf = (item: Item): Session => bare(z.parse(sessionItem, item));
