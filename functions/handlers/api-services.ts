import { creditRoutes } from '../../contract/routes/credits.ts';
import { messagingServiceRoutes } from '../../contract/routes/messaging-services.ts';
import { messagingSettingsRoutes } from '../../contract/routes/messaging-settings.ts';
import { mobilePrefixRoutes } from '../../contract/routes/mobile-prefixes.ts';
import { apiServices } from '../compose/api-services.ts';
import { balanceOver } from '../domain/credits/model.ts';
import { describeServices } from '../domain/messaging/settings/describe-services.ts';
import { isSendingStopped } from '../domain/operator/is-stopped.ts';
import { createApi } from '../http/create-api.ts';
import { creditHandlers } from '../http/credit-handlers.ts';
import { messagingSettingsHandlers } from '../http/messaging-settings-handlers.ts';
import { mobilePrefixHandlers } from '../http/mobile-prefix-handlers.ts';

const { api, credits, prefixes, sending, settings } = apiServices();

export const handler = createApi(
  {
    ...creditRoutes,
    ...messagingSettingsRoutes,
    ...mobilePrefixRoutes,
    listMessagingServices: messagingServiceRoutes.listMessagingServices,
  },
  {
    ...creditHandlers(credits),
    ...messagingSettingsHandlers(settings),
    ...mobilePrefixHandlers(prefixes),
    async listMessagingServices({ principal, language }) {
      const { tenantId, tenant } = principal;
      const sendingStopped = await isSendingStopped(sending, tenant);
      const available = async () => balanceOver(await credits.wallets.shards(tenantId, tenant.walletShards)).available;
      return {
        body: {
          items: await describeServices({ ...principal, tenant: { ...tenant, sendingStopped } }, available, language),
        },
      };
    },
  },
  api,
);
