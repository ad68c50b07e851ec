import * as z from 'zod/mini';
import type { SecondFactor } from '../../../domain/access/second-factor/model.ts';
import type { Item } from '../table.ts';
import { kind } from './kind.ts';

const passkey = z.object({
  passkeyId: z.string(),
  name: z.string(),
  credentialId: z.string(),
  publicKey: z.string(),
  counter: z.number(),
  transports: z.array(z.string()),
  createdAt: z.string(),
  lastUsedAt: z.optional(z.string()),
});

const secondFactorItem = z.object({
  ...kind('second-factor'),
  tenantId: z.string(),
  personId: z.string(),
  totp: z.optional(z.object({ sealed: z.string(), lastStep: z.number() })),
  passkeys: z._default(z.array(passkey), []),
  enrolling: z.optional(z.object({ sealed: z.string(), until: z.string() })),
  recoveryCodes: z.array(z.string()),
  tries: z.number(),
  lastTryAt: z.optional(z.string()),
  version: z.number(),
});

export function secondFactorOf(item: Item): SecondFactor {
  const { type: _, v: __, totp, enrolling, passkeys, lastTryAt, ...factor } = z.parse(secondFactorItem, item);
  return {
    ...factor,
    passkeys: passkeys.map(({ lastUsedAt: used, ...one }) => ({
      ...one,
      ...(used !== undefined && { lastUsedAt: used }),
    })),
    ...(totp && { totp }),
    ...(enrolling && { enrolling }),
    ...(lastTryAt !== undefined && { lastTryAt }),
  };
}
