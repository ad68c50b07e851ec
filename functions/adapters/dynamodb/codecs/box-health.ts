import * as z from 'zod/mini';
import { health } from '../../../../contract/edge/health.ts';
import type { BoxHealth } from '../../../domain/edge/health.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const boxHealthItem = z.object({
  ...kind('box-health'),
  tenantId: z.string(),
  boxId: z.string(),
  heardAt: z.string(),
  report: z.optional(z.omit(health, { type: true, journalId: true, epoch: true })),
  complaints: z.optional(z.record(z.string(), z.object({ since: z.string(), raised: z.boolean() }))),
});

export function boxHealthOf(item: Item): BoxHealth {
  const { report, complaints = {}, ...rest } = bare(z.parse(boxHealthItem, item));
  return { ...rest, complaints, ...(report && { report }) };
}
