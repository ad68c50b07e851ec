import * as z from 'zod/mini';
import type { BoxAccess } from '../../../domain/edge/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const handle = { certificateId: z.string(), arn: z.string() };
const certificate = z.object({
  ...handle,
  fingerprint: z.string(),
  keyHash: z.string(),
  pem: z.string(),
  issuedAt: z.string(),
});
const joinCodeField = z.object({ secretHash: z.string(), expiresAt: z.string(), usedBy: z.optional(z.string()) });
const boxAccessItem = z.object({
  ...kind('box-access'),
  tenantId: z.string(),
  boxId: z.string(),
  joinCode: z.optional(joinCodeField),
  current: z.optional(certificate),
  next: z.optional(certificate),
  retired: z.array(z.object(handle)),
  version: z.number(),
});

export function boxAccessOf(item: Item): BoxAccess {
  const { joinCode, current, next, ...rest } = bare(z.parse(boxAccessItem, item));
  return {
    ...rest,
    ...(joinCode && { joinCode: joinCodeOf(joinCode) }),
    ...(current && { current }),
    ...(next && { next }),
  };
}

function joinCodeOf({ usedBy, ...rest }: z.infer<typeof joinCodeField>): NonNullable<BoxAccess['joinCode']> {
  return { ...rest, ...(usedBy !== undefined && { usedBy }) };
}
