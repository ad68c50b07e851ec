import * as z from 'zod/mini';
import type { Invitation } from '../../../domain/access/invitations/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const invitationItem = z.object({
  ...kind('invitation'),
  tenantId: z.string(),
  personId: z.string(),
  secretHash: z.string(),
  epoch: z.number(),
  createdAt: z.string(),
  expiresAt: z.string(),
});

export const invitationOf = (item: Item): Invitation => bare(z.parse(invitationItem, item));
