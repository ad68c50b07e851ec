import * as z from 'zod/mini';
import { REFUSALS, type RefusedNumber } from '../../../domain/messaging/refused-numbers/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const refusedNumberItem = z.object({
  ...kind('refused-number'),
  tenantId: z.string(),
  key: z.string(),
  at: z.string(),
  by: z.string(),
  to: z.string(),
  refusal: z.enum(REFUSALS),
});

export const refusedNumberOf = (item: Item): RefusedNumber => bare(z.parse(refusedNumberItem, item));
