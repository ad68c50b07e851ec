import * as z from 'zod/mini';
import { PROVIDER_REASONS } from '../../../../contract/provider-reasons.ts';
import { PROVIDERS } from '../../../../contract/providers.ts';
import type { ProviderAccount } from '../../../domain/messaging/providers/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const providerAccountItem = z.object({
  ...kind('provider-account'),
  tenantId: z.string(),
  provider: z.enum(PROVIDERS),
  sealed: z.string(),
  ending: z.string(),
  house: z.optional(z.enum(['pl', 'com'])),
  perSecond: z.number(),
  callback: z.object({ hash: z.string(), sealed: z.string() }),
  earlierCallback: z.optional(z.object({ hash: z.string(), until: z.string() })),
  failures: z.number(),
  pause: z.optional(
    z.object({
      reason: z.enum(PROVIDER_REASONS),
      code: z.string(),
      since: z.string(),
      until: z.optional(z.string()),
    }),
  ),
  changedAt: z.string(),
  changedBy: z.string(),
  removedAt: z.optional(z.string()),
  version: z._default(z.number(), 0),
});

export function providerAccountOf(item: Item): ProviderAccount {
  const { house, earlierCallback, pause, removedAt, ...rest } = bare(z.parse(providerAccountItem, item));
  return {
    ...rest,
    ...(house && { house }),
    ...(earlierCallback && { earlierCallback }),
    ...(pause && {
      pause: {
        ...{ reason: pause.reason, code: pause.code, since: pause.since },
        ...(pause.until !== undefined && { until: pause.until }),
      },
    }),
    ...(removedAt !== undefined && { removedAt }),
  };
}
