import * as z from 'zod/mini';
import type { Item } from '../table.ts';
import { kind } from './kind.ts';

const idempotencyItem = z.object({
  ...kind('idempotency'),
  fingerprint: z.string(),
  answer: z.looseObject({}),
  expiresAtSeconds: z.number(),
});

export const idempotencyOf = (item: Item) => z.parse(idempotencyItem, item);
