import type { webhookRoutes } from '../../contract/routes/webhooks.ts';
import { checkAddress, type IsPublic } from '../domain/webhooks/address.ts';
import {
  changeWebhook,
  createWebhook,
  findWebhook,
  type KeepWebhookDependencies,
  removeWebhook,
  renewSecret,
  type Shown,
} from '../domain/webhooks/keep-webhook.ts';
import type { Webhook } from '../domain/webhooks/model.ts';
import type { Deliveries } from '../domain/webhooks/ports.ts';
import { describeDelivery, describeWebhook } from '../domain/webhooks/read-webhooks.ts';
import { type ReplayDependencies, replayDeliveries, replayDelivery } from '../domain/webhooks/replay.ts';
import { actorOf } from './actor.ts';
import type { Handlers } from './api.ts';
import { placesOf } from './cursor.ts';
import { etag } from './entry-handlers.ts';

export interface WebhookHandlerDependencies {
  readonly keep: KeepWebhookDependencies;
  readonly replay: ReplayDependencies;
  readonly deliveries: Pick<Deliveries, 'page'>;
  readonly isPublic: IsPublic;
  readonly permitsLoopback: boolean;
}

export function webhookHandlers(deps: WebhookHandlerDependencies): Handlers<typeof webhookRoutes> {
  const { keep, replay, deliveries, isPublic, permitsLoopback } = deps;
  return {
    async createWebhook(request) {
      checkAddress(request.body.url, isPublic, permitsLoopback);
      const shown = await createWebhook(keep, actorOf(request), request.body, request.idempotencyKey);
      const { headers, ...answer } = answerWithSecret(shown);
      return { ...answer, headers: { ...headers, location: `/v1/webhooks/${shown.webhook.webhookId}` } };
    },
    async listWebhooks({ principal: { tenantId } }) {
      return { body: { items: (await keep.webhooks.list(tenantId)).map(describeWebhook) } };
    },
    async getWebhook({ principal: { tenantId }, params }) {
      return answerOf(await findWebhook(keep, { tenantId, ...params }));
    },
    async changeWebhook(request) {
      const { params, version, body } = request;
      checkAddress(body.url, isPublic, permitsLoopback);
      return answerOf(await changeWebhook(keep, actorOf(request), params.webhookId, version, body));
    },
    async removeWebhook(request) {
      await removeWebhook(keep, actorOf(request), request.params.webhookId, request.version);
      return { body: undefined };
    },
    async renewWebhookSecret(request) {
      const { params, idempotencyKey } = request;
      return answerWithSecret(await renewSecret(keep, actorOf(request), params.webhookId, idempotencyKey));
    },
    async listWebhookDeliveries({ principal: { tenantId, tenant }, params, query: { limit, cursor } }) {
      const { place: before, more } = placesOf(cursor, tenant.cursorKey);
      const webhook = await findWebhook(keep, { tenantId, ...params });
      const { items, next } = await deliveries.page(webhook, limit, before);
      return { body: { items: items.map(describeDelivery), ...more(next) } };
    },
    async replayWebhookDelivery({ principal: { tenantId }, params }) {
      return { body: describeDelivery(await replayDelivery(replay, { tenantId, ...params })) };
    },
    async replayWebhookDeliveries(request) {
      const { params, body, idempotencyKey } = request;
      return { body: { id: await replayDeliveries(replay, actorOf(request), params.webhookId, body, idempotencyKey) } };
    },
  };
}

const answerOf = (webhook: Webhook) => ({ body: describeWebhook(webhook), headers: etag(webhook) });

const answerWithSecret = ({ webhook, secret }: Shown) => ({
  body: { ...describeWebhook(webhook), secret },
  headers: etag(webhook),
});
