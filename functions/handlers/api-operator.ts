import { operatorRoutes } from '../../contract/routes/operator/index.ts';
import { apiOperator } from '../compose/api-operator.ts';
import { invitationLink } from '../domain/access/invitations/model.ts';
import { balanceOver } from '../domain/credits/model.ts';
import { createTenant } from '../domain/directory/create-tenant.ts';
import { bookCredits } from '../domain/operator/book-credits.ts';
import { describeTenant, findTenant } from '../domain/operator/describe-tenant.ts';
import { inviteFirst } from '../domain/operator/found-tenant.ts';
import type { Invited } from '../domain/operator/invite-administrator.ts';
import { setPricePer, setTariff } from '../domain/operator/set-tariff.ts';
import { setSending, setTenantSending } from '../domain/operator/stop-sending.ts';
import { widenWallet } from '../domain/operator/widen-wallet.ts';
import { operatorOf } from '../http/actor.ts';
import { auditHandler } from '../http/audit-handler.ts';
import { createApi } from '../http/create-api.ts';
import { placesOf } from '../http/cursor.ts';

const { tenants, wallets, book, widen, tariffs, sending, stop, auditLines, invite, api } = apiOperator();

const invitationAnswer = ({ invitation: { expiresAt }, token }: Invited, site: string) => ({
  link: invitationLink(site, token),
  expiresAt,
});

export const handler = createApi(
  operatorRoutes,
  {
    async listTenants({ principal: { tenant }, query: { limit, cursor } }) {
      const { place: before, more } = placesOf(cursor, tenant.cursorKey);
      const { items, next } = await tenants.page(limit, before);
      return { body: { items: items.map(describeTenant), ...more(next) } };
    },
    async createTenant(request) {
      const { administrator, ...asked } = request.body;
      const tenant = await createTenant(invite, asked, operatorOf(request));
      const invited = await inviteFirst(invite, operatorOf(request), tenant.tenantId, administrator);
      return { body: { tenant: describeTenant(tenant), invitation: invitationAnswer(invited, request.site) } };
    },
    async getTenant({ params: { tenantId } }) {
      return { body: describeTenant(await findTenant(tenants, tenantId)) };
    },
    async inviteFirstAdministrator(request) {
      const { tenantId } = await findTenant(tenants, request.params.tenantId);
      const invited = await inviteFirst(invite, operatorOf(request), tenantId, request.body.administrator);
      return { body: invitationAnswer(invited, request.site) };
    },
    async getTenantCredits({ params }) {
      const { tenantId, walletShards } = await findTenant(tenants, params.tenantId);
      return { body: balanceOver(await wallets.shards(tenantId, walletShards)) };
    },
    async bookCredits(request) {
      const { params, body, idempotencyKey } = request;
      const tenant = await findTenant(tenants, params.tenantId);
      const { bookingId: id, at } = await bookCredits(book, operatorOf(request), tenant, body, idempotencyKey);
      return { body: { id, at } };
    },
    async listTariffs({ params }) {
      const { tenantId } = await findTenant(tenants, params.tenantId);
      return { body: { items: await tariffs.tariffs.list(tenantId) } };
    },
    async setTariff(request) {
      const { params, body } = request;
      const { tenantId } = await findTenant(tenants, params.tenantId);
      const agreed = { ...body, validFrom: params.validFrom };
      return { body: await setTariff(tariffs, operatorOf(request), tenantId, agreed) };
    },
    async setPricePer(request) {
      const { tenantId } = await findTenant(tenants, request.params.tenantId);
      await setPricePer(tariffs, operatorOf(request), tenantId, request.body.pricePer);
      return { body: request.body };
    },
    async widenWallet(request) {
      const tenant = await findTenant(tenants, request.params.tenantId);
      await widenWallet(widen, operatorOf(request), tenant, request.body.shards);
      return { body: request.body };
    },
    async setTenantSending(request) {
      const { tenantId } = await findTenant(tenants, request.params.tenantId);
      await setTenantSending(stop, operatorOf(request), tenantId, request.body);
      return { body: { stopped: request.body.stopped } };
    },
    async getSending() {
      return { body: await sending.find() };
    },
    async setSending(request) {
      await setSending(stop, operatorOf(request), request.body);
      return { body: { stopped: request.body.stopped } };
    },
    listOperatorAuditLines: auditHandler(auditLines),
  },
  api,
);
