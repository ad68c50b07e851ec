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
  hellos: z.array(z.string()),
  lastHelloAt: z.optional(z.string()),
  version: z.number(),
  quarantined: z.optional(z.string()),
  outOfUse: z.optional(z.object({ since: z.string(), reason: z.string(), by: z.optional(z.string()) })),
  cannotSendSince: z.optional(z.string()),
  removedAt: z.optional(z.string()),
  window: z.number(),
});

export function boxOf(item: Item): Box {
  const { journalId, lastHelloAt, quarantined, removedAt, outOfUse, cannotSendSince, ...rest } = bare(
    z.parse(boxItem, item),
  );
  return {
    ...rest,
    ...(journalId !== undefined && { journalId }),
    ...(lastHelloAt !== undefined && { lastHelloAt }),
    ...(quarantined !== undefined && { quarantined }),
    ...(outOfUse && {
      outOfUse: {
        since: outOfUse.since,
        reason: outOfUse.reason,
        ...(outOfUse.by !== undefined && { by: outOfUse.by }),
      },
    }),
    ...(cannotSendSince !== undefined && { cannotSendSince }),
    ...(removedAt !== undefined && { removedAt }),
  };
}
