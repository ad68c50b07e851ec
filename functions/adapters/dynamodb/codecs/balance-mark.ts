import * as z from 'zod/mini';
import type { BalanceMark } from '../../../domain/credits/low-balance/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const balanceMarkItem = z.object({
  ...kind('balance-mark'),
  tenantId: z.string(),
  level: z.enum(['enough', 'low']),
  crossings: z.number(),
  available: z.number(),
  threshold: z.number(),
  mailAddress: z.string(),
});

export const balanceMarkOf = (item: Item): BalanceMark => bare(z.parse(balanceMarkItem, item));
