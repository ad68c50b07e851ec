import { inboundRoutes } from '../../contract/routes/inbound.ts';
import { messageDecisionRoutes } from '../../contract/routes/message-decisions.ts';
import { messageExportRoutes } from '../../contract/routes/message-exports.ts';
import { messageScheduleRoutes } from '../../contract/routes/message-schedule.ts';
import { messagingRoutes } from '../../contract/routes/messaging.ts';
import { messagingServiceRoutes } from '../../contract/routes/messaging-services.ts';
import { optOutRoutes } from '../../contract/routes/opt-outs.ts';
import { threadRoutes } from '../../contract/routes/threads.ts';
import { apiMessaging } from '../compose/api-messaging.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { Tenant } from '../domain/directory/model.ts';
import { getInboundMessage, listInboundMessages } from '../domain/inbound/read-inbound.ts';
import { acceptMessage } from '../domain/messaging/accept-message.ts';
import { cancelMessage } from '../domain/messaging/cancel-message.ts';
import { describeExport } from '../domain/messaging/exports/describe-export.ts';
import { startExport } from '../domain/messaging/exports/start-export.ts';
import { listMessages } from '../domain/messaging/list-messages.ts';
import { previewMessage } from '../domain/messaging/preview-message.ts';
import { describeSummaries, getMessage } from '../domain/messaging/read-messages.ts';
import { rescheduleMessage } from '../domain/messaging/reschedule-message.ts';
import { resendMessages } from '../domain/messaging/resend-messages.ts';
import { resolveMessage } from '../domain/messaging/resolve-message.ts';
import { rewriteMessage } from '../domain/messaging/rewrite-message.ts';
import { isSendingStopped } from '../domain/operator/is-stopped.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import { actorOf, signatureOf } from '../http/actor.ts';
import { createApi } from '../http/create-api.ts';
import { placesOf } from '../http/cursor.ts';
import { filterOf } from '../http/message-filter.ts';
import { optOutHandlers } from '../http/opt-out-handlers.ts';
import { threadHandlers } from '../http/thread-handlers.ts';

const { api, accept, cancel, exports, inbound, lists, optOuts, read, sending, threads } = apiMessaging();

/** Who looks at what would be sent, with what they may see of those it goes to. */
function viewerOf(principal: Principal) {
  const { tenant, id, name: by, permissions } = principal;
  return { ...tenant, id, by, permissions, signature: signatureOf(principal) };
}

/** As somebody types it who looks for its messages: also where the agency's table of prefixes no longer has it. */
function typedNumber({ country }: Tenant, to: string): string {
  const number = accept.numbers.international(to, country);
  if (number !== undefined) return number;
  throw new DomainError('number-invalid', {
    errors: [{ path: 'to', message: 'Give a mobile number, best as +31612345678' }],
  });
}

/** Who sends, and whether an operator has stopped that: for this agency, or everywhere. */
async function senderOf(principal: Principal) {
  return { ...viewerOf(principal), sendingStopped: await isSendingStopped(sending, principal.tenant) };
}

export const handler = createApi(
  {
    ...messagingRoutes,
    ...messageDecisionRoutes,
    ...messageExportRoutes,
    ...messageScheduleRoutes,
    ...inboundRoutes,
    previewMessage: messagingServiceRoutes.previewMessage,
    ...threadRoutes,
    ...optOutRoutes,
  },
  {
    async createMessageExport(request) {
      const { principal, body, language, idempotencyKey } = request;
      const to = body.to === undefined ? undefined : typedNumber(principal.tenant, body.to);
      const started = await startExport(exports, actorOf(request), filterOf(body, to), language, idempotencyKey);
      return { body: describeExport(started), headers: { location: `/v1/message-exports/${started.exportId}` } };
    },
    ...threadHandlers(threads, senderOf),
    ...optOutHandlers(optOuts),
    async previewMessage({ principal, body }) {
      return { body: await previewMessage(accept, viewerOf(principal), body) };
    },
    async sendMessage({ principal, body, idempotencyKey }) {
      const answer = await acceptMessage(accept, await senderOf(principal), body, idempotencyKey);
      return { body: answer, headers: { location: `/v1/messages/${answer.id}` } };
    },
    async listMessages({ principal: { tenantId, tenant }, query, language }) {
      const { limit, cursor, ...asked } = query;
      const { place: before, more } = placesOf(cursor, tenant.cursorKey);
      const filter = filterOf(asked, asked.to === undefined ? undefined : typedNumber(tenant, asked.to));
      const { items, next, searchedTo } = await listMessages(lists, tenantId, filter, limit, before);
      return {
        body: {
          items: await describeSummaries(read, tenantId, items, language),
          complete: next === undefined,
          ...(searchedTo && { searchedTo }),
          ...more(next),
        },
      };
    },
    async getMessage({ principal: { tenantId }, params, language }) {
      return { body: await getMessage(read, tenantId, params.messageId, language) };
    },
    async listInboundMessages({ principal: { tenantId, tenant }, query: { limit, cursor } }) {
      const { place: before, more } = placesOf(cursor, tenant.cursorKey);
      const { items, next } = await listInboundMessages(inbound, tenantId, limit, before);
      return { body: { items, ...more(next) } };
    },
    async getInboundMessage({ principal: { tenantId }, params }) {
      return { body: await getInboundMessage(inbound, tenantId, params.inboundId) };
    },
    async cancelMessage({ principal: { id, tenantId }, params: { messageId }, language }) {
      await cancelMessage(cancel, tenantId, messageId, id);
      return { body: await getMessage(read, tenantId, messageId, language) };
    },
    async rescheduleMessage({ principal: { id, tenantId }, params: { messageId }, body, language }) {
      await rescheduleMessage(cancel, tenantId, messageId, body.sendAt, id);
      return { body: await getMessage(read, tenantId, messageId, language) };
    },
    async rewriteMessage(request) {
      const { principal, params, body, language } = request;
      await rewriteMessage(accept, await senderOf(principal), actorOf(request), params.messageId, body);
      return { body: await getMessage(read, principal.tenantId, params.messageId, language) };
    },
    async resendMessages({ principal, body, idempotencyKey }) {
      const items = await resendMessages(accept, await senderOf(principal), body.messageIds, idempotencyKey);
      return { body: { items } };
    },
    async resolveMessage({ principal: { id, tenantId }, params: { messageId }, body, language }) {
      await resolveMessage(cancel, tenantId, messageId, body.outcome, id);
      return { body: await getMessage(read, tenantId, messageId, language) };
    },
  },
  api,
);
