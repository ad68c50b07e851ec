import { callbackRoutes } from '../../contract/routes/callbacks.ts';
import { providerRoutes } from '../../contract/routes/providers.ts';
import { webhookRoutes } from '../../contract/routes/webhooks.ts';
import { apiProviders } from '../compose/api-providers.ts';
import {
  readAccount,
  readBalance,
  removeAccount,
  renewCallback,
  resumeRoute,
  saveAccount,
} from '../domain/messaging/providers/keep-account.ts';
import { changeRouting } from '../domain/messaging/providers/routing.ts';
import { actorOf } from '../http/actor.ts';
import { callbackHandlers } from '../http/callback-handlers.ts';
import { createApi } from '../http/create-api.ts';
import { accountAnswer, checkCredentials, DEFAULT_ROUTES } from '../http/provider-answers.ts';
import { webhookHandlers } from '../http/webhook-handlers.ts';

const { api, callbackAddress, callbacks, keep, readers, routing, told, webhooks } = apiProviders();

export const handler = createApi(
  { ...providerRoutes, ...callbackRoutes, ...webhookRoutes },
  {
    async listProviderAccounts({ principal: { tenantId }, language }) {
      const present = (await keep.accounts.list(tenantId)).filter(({ removedAt }) => removedAt === undefined);
      const shown = await Promise.all(present.map(({ provider }) => readAccount(keep, tenantId, provider)));
      return { body: { items: shown.map((one) => accountAnswer(one, language, callbackAddress)) } };
    },
    async getProviderAccount({ principal: { tenantId }, params: { provider }, language }) {
      return { body: accountAnswer(await readAccount(keep, tenantId, provider), language, callbackAddress) };
    },
    async saveProviderAccount(request) {
      const { params, body, language } = request;
      checkCredentials(params.provider, body);
      const saved = await saveAccount(keep, actorOf(request), params.provider, body);
      return { body: accountAnswer(saved, language, callbackAddress) };
    },
    async removeProviderAccount(request) {
      const { principal, params } = request;
      await removeAccount(keep, actorOf(request), params.provider, principal.tenant.routes ?? DEFAULT_ROUTES);
      return { body: undefined };
    },
    async getProviderBalance({ principal: { tenantId }, params: { provider } }) {
      const balance = await readBalance(keep, tenantId, provider);
      return { body: { ...(balance !== undefined && { balance }) } };
    },
    async renewCallbackAddress(request) {
      const renewed = await renewCallback(keep, actorOf(request), request.params.provider, request.idempotencyKey);
      return { body: accountAnswer(renewed, request.language, callbackAddress) };
    },
    async resumeProvider(request) {
      const resumed = await resumeRoute(keep, actorOf(request), request.params.provider);
      return { body: accountAnswer(resumed, request.language, callbackAddress) };
    },
    async getRouting({ principal: { tenant } }) {
      return { body: { routes: [...(tenant.routes ?? DEFAULT_ROUTES)] } };
    },
    async changeRouting(request) {
      await changeRouting(routing, actorOf(request), request.body.routes);
      return { body: request.body };
    },
    ...callbackHandlers({ callbacks, told, readers }),
    ...webhookHandlers(webhooks),
  },
  api,
);
