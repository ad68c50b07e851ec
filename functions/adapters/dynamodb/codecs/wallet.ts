import * as z from 'zod/mini';
import type { Balance } from '../../../domain/messaging/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const walletItem = z.object({
  ...kind('wallet'),
  granted: z.number(),
  available: z.number(),
  reserved: z.number(),
  consumed: z.number(),
});

export const balanceOf = (item: Item): Balance => bare(z.parse(walletItem, item));
