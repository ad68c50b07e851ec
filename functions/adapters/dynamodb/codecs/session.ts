import * as z from 'zod/mini';
import type { Session } from '../../../domain/access/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const sessionItem = z.object({
  ...kind('session'),
  tenantId: z.string(),
  personId: z.string(),
  sessionId: z.string(),
  secretHash: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  epoch: z.number(),
  confirmedAt: z.optional(z.string()),
  mustChangeLoginData: z.optional(z.literal(true)),
  site: z.optional(z.object({ origin: z.string(), renewableUntil: z.string() })),
  pending: z.optional(z.enum(['second-factor', 'enrol-second-factor'])),
  secondFactorAt: z.optional(z.string()),
  challenge: z.optional(z.object({ value: z.string(), purpose: z.enum(['add', 'pass']), until: z.string() })),
});

export function sessionOf(item: Item): Session {
  const { mustChangeLoginData, confirmedAt, site, pending, secondFactorAt, challenge, ...session } = bare(
    z.parse(sessionItem, item),
  );
  return {
    ...session,
    ...(confirmedAt !== undefined && { confirmedAt }),
    ...(mustChangeLoginData && { mustChangeLoginData }),
    ...(site && { site }),
    ...(pending && { pending }),
    ...(secondFactorAt !== undefined && { secondFactorAt }),
    ...(challenge && { challenge }),
  };
}
