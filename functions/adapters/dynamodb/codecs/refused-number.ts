import * as z from 'zod/mini';
import { REFUSALS, type RefusedNumber, type WrongNumbers } from '../../../domain/messaging/refused-numbers/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const told = {
  ...kind('refused-number'),
  tenantId: z.string(),
  key: z.string(),
  at: z.string(),
  by: z.string(),
};
const refusedNumberItem = z.union([
  z.object({ ...told, to: z.string(), refusal: z.enum(REFUSALS) }),
  z.object({ ...told, batch: z.string(), count: z.number(), named: z.array(z.number()) }),
]);

export const refusedNumberOf = (item: Item): RefusedNumber | WrongNumbers => bare(z.parse(refusedNumberItem, item));
