import { creditRoutes } from '../../contract/routes/credits.ts';
import { inboundRoutes } from '../../contract/routes/inbound.ts';
import { messageDecisionRoutes } from '../../contract/routes/message-decisions.ts';
import { messageExportRoutes } from '../../contract/routes/message-exports.ts';
import { messageScheduleRoutes } from '../../contract/routes/message-schedule.ts';
import { messagingRoutes } from '../../contract/routes/messaging.ts';
import { messagingServiceRoutes } from '../../contract/routes/messaging-services.ts';
import { messagingSettingsRoutes } from '../../contract/routes/messaging-settings.ts';
import { mobilePrefixRoutes } from '../../contract/routes/mobile-prefixes.ts';
import { optOutRoutes } from '../../contract/routes/opt-outs.ts';
import { threadRoutes } from '../../contract/routes/threads.ts';
import { apiMessaging } from '../compose/api-messaging.ts';
import type { Principal } from '../domain/access/principal.ts';
import { bookingDay } from '../domain/credits/ledger.ts';
import { balanceOver } from '../domain/credits/model.ts';
import { statementCsv } from '../domain/credits/statement/csv.ts';
import { monthlyStatement } from '../domain/credits/statement/month.ts';
import { tariffOn } from '../domain/credits/tariff.ts';
import type { Tenant } from '../domain/directory/model.ts';
import { getInboundMessage, listInboundMessages } from '../domain/inbound/read-inbound.ts';
import { acceptMessage } from '../domain/messaging/accept-message.ts';
import { cancelMessage } from '../domain/messaging/cancel-message.ts';
import { describeExport } from '../domain/messaging/exports/describe-export.ts';
import { startExport } from '../domain/messaging/exports/start-export.ts';
import { listMessages } from '../domain/messaging/list-messages.ts';
import { mobileNumber } from '../domain/messaging/mobile-number.ts';
import { changeMobilePrefixes, type MobilePrefixes } from '../domain/messaging/mobile-prefixes.ts';
import { previewMessage } from '../domain/messaging/preview-message.ts';
import { describeSummaries, getMessage } from '../domain/messaging/read-messages.ts';
import { rescheduleMessage } from '../domain/messaging/reschedule-message.ts';
import { resendMessages } from '../domain/messaging/resend-messages.ts';
import { resolveMessage } from '../domain/messaging/resolve-message.ts';
import { describeServices } from '../domain/messaging/settings/describe-services.ts';
import { actorOf, signatureOf } from '../http/actor.ts';
import { createApi } from '../http/create-api.ts';
import { readCursor, signCursor } from '../http/cursor.ts';
import { etag } from '../http/entry-handlers.ts';
import { filterOf } from '../http/message-filter.ts';
import { messagingSettingsHandlers } from '../http/messaging-settings-handlers.ts';
import { optOutHandlers } from '../http/opt-out-handlers.ts';
import { threadHandlers } from '../http/thread-handlers.ts';

const {
  api,
  accept,
  cancel,
  exports,
  inbound,
  lists,
  optOuts,
  prefixes,
  read,
  sending,
  settings,
  threads,
  wallets,
  ...credits
} = apiMessaging();

/** Who looks at what would be sent, with what they may see of those it goes to. */
function viewerOf(principal: Principal) {
  const { tenant, id, name: by, permissions } = principal;
  return { ...tenant, id, by, permissions, signature: signatureOf(principal) };
}

/** As somebody types it who looks for its messages. */
async function typedNumber({ tenantId, country }: Tenant, to: string): Promise<string> {
  const { prefixes: known } = await prefixes.store.find(tenantId);
  return mobileNumber(accept.numbers, to, country, known);
}

/** Who sends, and whether an operator has stopped that: for this agency, or everywhere. */
async function senderOf(principal: Principal) {
  const viewer = viewerOf(principal);
  return { ...viewer, sendingStopped: viewer.sendingStopped || (await sending.find()).stopped };
}

const presentMonth = () => bookingDay(credits.clock.now()).slice(0, 7);
const purseOf = ({ tenantId, walletShards: shards }: Tenant) => ({ tenantId, shards });

const prefixesAnswer = ({ prefixes, version }: MobilePrefixes) => ({
  body: { prefixes: [...prefixes], version },
  headers: etag({ version }),
});

export const handler = createApi(
  {
    ...messagingRoutes,
    ...creditRoutes,
    ...messageDecisionRoutes,
    ...messageExportRoutes,
    ...messageScheduleRoutes,
    ...mobilePrefixRoutes,
    ...inboundRoutes,
    ...messagingSettingsRoutes,
    ...messagingServiceRoutes,
    ...threadRoutes,
    ...optOutRoutes,
  },
  {
    ...messagingSettingsHandlers(settings),
    async createMessageExport(request) {
      const { principal, body, language, idempotencyKey } = request;
      const to = body.to === undefined ? undefined : await typedNumber(principal.tenant, body.to);
      const started = await startExport(exports, actorOf(request), filterOf(body, to), language, idempotencyKey);
      return { body: describeExport(started), headers: { location: `/v1/message-exports/${started.exportId}` } };
    },
    ...threadHandlers(threads, senderOf),
    ...optOutHandlers(optOuts),
    async listMessagingServices({ principal, language }) {
      const { tenantId, tenant } = principal;
      const available = async () => balanceOver(await wallets.shards(tenantId, tenant.walletShards)).available;
      return { body: { items: await describeServices(principal, available, language) } };
    },
    async previewMessage({ principal, body }) {
      return { body: await previewMessage(accept, viewerOf(principal), body) };
    },
    async sendMessage({ principal, body, idempotencyKey }) {
      const answer = await acceptMessage(accept, await senderOf(principal), body, idempotencyKey);
      return { body: answer, headers: { location: `/v1/messages/${answer.id}` } };
    },
    async listMessages({ principal: { tenantId, tenant }, query, language }) {
      const { limit, cursor, ...asked } = query;
      const before = cursor === undefined ? undefined : readCursor(cursor, tenant.cursorKey);
      const filter = filterOf(asked, asked.to === undefined ? undefined : await typedNumber(tenant, asked.to));
      const { items, next, searchedTo } = await listMessages(lists, tenantId, filter, limit, before);
      const nextCursor = next === undefined ? undefined : signCursor(next, tenant.cursorKey);
      return {
        body: {
          items: await describeSummaries(read, tenantId, items, language),
          complete: next === undefined,
          ...(searchedTo && { searchedTo }),
          ...(nextCursor && { nextCursor }),
        },
      };
    },
    async getMessage({ principal: { tenantId }, params, language }) {
      return { body: await getMessage(read, tenantId, params.messageId, language) };
    },
    async listInboundMessages({ principal: { tenantId, tenant }, query: { limit, cursor } }) {
      const before = cursor === undefined ? undefined : readCursor(cursor, tenant.cursorKey);
      const { items, next } = await listInboundMessages(inbound, tenantId, limit, before);
      return { body: { items, ...(next !== undefined && { nextCursor: signCursor(next, tenant.cursorKey) }) } };
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
    async resendMessages({ principal, body, idempotencyKey }) {
      const items = await resendMessages(accept, await senderOf(principal), body.messageIds, idempotencyKey);
      return { body: { items } };
    },
    async resolveMessage({ principal: { id, tenantId }, params: { messageId }, body, language }) {
      await resolveMessage(cancel, tenantId, messageId, body.outcome, id);
      return { body: await getMessage(read, tenantId, messageId, language) };
    },
    async getMobilePrefixes({ principal: { tenantId } }) {
      return prefixesAnswer(await prefixes.store.find(tenantId));
    },
    async changeMobilePrefixes(request) {
      const { version, body } = request;
      return prefixesAnswer(await changeMobilePrefixes(prefixes, actorOf(request), version, body.prefixes));
    },
    async getCredits({ principal: { tenantId, tenant } }) {
      const [shards, tariffs] = await Promise.all([
        wallets.shards(tenantId, tenant.walletShards),
        credits.tariffs.list(tenantId),
      ]);
      const agreed = tariffOn(tariffs, bookingDay(credits.clock.now()));
      const { pricePer } = tenant;
      return { body: { ...balanceOver(shards), pricePer, ...(agreed && { tariff: agreed }) } };
    },
    async getCreditStatement({ principal: { tenant }, query: { month } }) {
      return { body: await monthlyStatement(credits, purseOf(tenant), month ?? presentMonth()) };
    },
    async getCreditStatementCsv({ principal: { tenant }, query: { month }, language }) {
      const statement = await monthlyStatement(credits, purseOf(tenant), month ?? presentMonth());
      return {
        body: statementCsv(statement, language),
        headers: {
          'content-disposition': `attachment; filename="credits-${statement.month}.csv"`,
          'content-language': language,
        },
      };
    },
    async listCreditCharges({ principal: { tenant }, params: { day }, query: { limit, cursor } }) {
      const { tenantId, walletShards, cursorKey } = tenant;
      const after = cursor === undefined ? undefined : readCursor(cursor, cursorKey);
      const { items, next } = await credits.ledger.charges(tenantId, walletShards, day, limit, after);
      return { body: { items, ...(next !== undefined && { nextCursor: signCursor(next, cursorKey) }) } };
    },
  },
  api,
);
