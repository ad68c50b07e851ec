import * as z from 'zod/mini';
import { messagingSettingsBody } from '../../../../contract/messaging-settings.ts';
import { SENDING_ROUTES } from '../../../../contract/providers.ts';
import type { Tenant } from '../../../domain/directory/model.ts';
import { NO_MESSAGING } from '../../../domain/messaging/settings/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const tenantItem = z.object({
  ...kind('tenant'),
  tenantId: z.string(),
  slug: z.string(),
  name: z.string(),
  country: z.enum(['NL', 'DE', 'AT', 'PL']),
  language: z.enum(['nl', 'de', 'pl', 'en']),
  cursorKey: z.string(),
  pricePer: z.enum(['message', 'part']),
  walletShards: z._default(z.number(), 1),
  staffSecondFactor: z._default(z.enum(['required', 'optional']), 'required'),
  staffSecondFactorSince: z.optional(z.string()),
  routes: z.optional(z.array(z.enum(SENDING_ROUTES))),
  sendingStopped: z.boolean(),
  operators: z.optional(z.literal(true)),
  messaging: z._default(messagingSettingsBody, NO_MESSAGING.messaging),
  messagingVersion: z._default(z.number(), NO_MESSAGING.messagingVersion),
  smsResponsibility: z.optional(
    z.object({ at: z.string(), by: z.string(), textVersion: z.string(), providerTerms: z.optional(z.string()) }),
  ),
});

export function tenantOf(item: Item): Tenant {
  const {
    operators,
    routes,
    smsResponsibility,
    staffSecondFactorSince: since,
    ...tenant
  } = bare(z.parse(tenantItem, item));
  return {
    ...tenant,
    ...(operators && { operators }),
    ...(routes && { routes }),
    ...(smsResponsibility && { smsResponsibility }),
    ...(since !== undefined && { staffSecondFactorSince: since }),
  };
}
