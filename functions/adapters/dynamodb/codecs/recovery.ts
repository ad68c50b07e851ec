import * as z from 'zod/mini';
import type { Recovery } from '../../../domain/access/recovery/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const recoveryItem = z.object({
  ...kind('recovery'),
  tenantId: z.string(),
  recoveryId: z.string(),
  account: z.string(),
  channel: z.enum(['mail', 'sms']),
  startedAt: z.string(),
  codeUntil: z.string(),
  tries: z.number(),
  person: z.optional(z.object({ personId: z.string(), loginName: z.string(), epoch: z.number() })),
  proof: z.optional(z.object({ hash: z.string(), until: z.string() })),
  answered: z.optional(z.string()),
  usedAt: z.optional(z.string()),
});

export function recoveryOf(item: Item): Recovery {
  const { person, proof, answered, usedAt, ...recovery } = bare(z.parse(recoveryItem, item));
  return {
    ...recovery,
    ...(person && { person }),
    ...(proof && { proof }),
    ...(answered !== undefined && { answered }),
    ...(usedAt !== undefined && { usedAt }),
  };
}
