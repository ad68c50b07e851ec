import { operatorRoutes } from '../../contract/routes/operator/index.ts';
import { apiOperator } from '../compose/api-operator.ts';
import { invitationLink } from '../domain/access/invitations/model.ts';
import { createTenant } from '../domain/directory/create-tenant.ts';
import { describeTenant, findTenant } from '../domain/operator/describe-tenant.ts';
import { inviteFirst } from '../domain/operator/found-tenant.ts';
import type { Invited } from '../domain/operator/invite-administrator.ts';
import { operatorOf } from '../http/actor.ts';
import { auditHandler } from '../http/audit-handler.ts';
import { createApi } from '../http/create-api.ts';
import { readCursor, signCursor } from '../http/cursor.ts';

const { tenants, auditLines, invite, api } = apiOperator();

const invitationAnswer = ({ invitation: { expiresAt }, token }: Invited, site: string) => ({
  link: invitationLink(site, token),
  expiresAt,
});

export const handler = createApi(
  operatorRoutes,
  {
    async listTenants({ principal: { tenant }, query: { limit, cursor } }) {
      const before = cursor === undefined ? undefined : readCursor(cursor, tenant.cursorKey);
      const { items, next } = await tenants.page(limit, before);
      const nextCursor = next === undefined ? undefined : signCursor(next, tenant.cursorKey);
      return { body: { items: items.map(describeTenant), ...(nextCursor !== undefined && { nextCursor }) } };
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
    listOperatorAuditLines: auditHandler(auditLines),
  },
  api,
);
