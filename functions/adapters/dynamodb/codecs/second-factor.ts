import * as z from 'zod/mini';
import type { SecondFactor } from '../../../domain/access/second-factor/model.ts';
import type { Item } from '../table.ts';
import { kind } from './kind.ts';

const secondFactorItem = z.object({
  ...kind('second-factor'),
  tenantId: z.string(),
  personId: z.string(),
  totp: z.optional(z.object({ sealed: z.string(), lastStep: z.number() })),
  enrolling: z.optional(z.object({ sealed: z.string(), until: z.string() })),
  recoveryCodes: z.array(z.string()),
  tries: z.number(),
  lastTryAt: z.optional(z.string()),
  version: z.number(),
});

export function secondFactorOf(item: Item): SecondFactor {
  const { type: _, v: __, totp, enrolling, lastTryAt, ...factor } = z.parse(secondFactorItem, item);
  return {
    ...factor,
    ...(totp && { totp }),
    ...(enrolling && { enrolling }),
    ...(lastTryAt !== undefined && { lastTryAt }),
  };
}
