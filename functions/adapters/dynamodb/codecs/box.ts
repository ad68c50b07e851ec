import * as z from 'zod/mini';
import type { Box } from '../../../domain/messaging/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const boxItem = z.object({
  ...kind('box'),
  tenantId: z.string(),
  boxId: z.string(),
  name: z.string(),
  journalId: z.optional(z.string()),
  epoch: z.number(),
  confirmedEpoch: z.number(),
  helloId: z.optional(z.string()),
  quarantined: z.optional(z.string()),
  window: z.number(),
});

export function boxOf(item: Item): Box {
  const { name: _, journalId, helloId, quarantined, ...rest } = bare(z.parse(boxItem, item));
  return {
    ...rest,
    ...(journalId !== undefined && { journalId }),
    ...(helloId !== undefined && { helloId }),
    ...(quarantined !== undefined && { quarantined }),
  };
}
