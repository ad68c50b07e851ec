import type { Language } from '../../contract/catalogues/index.ts';
import { mailOutcomes } from '../../contract/catalogues/mail-outcomes.ts';
import type { MailOutcome } from '../../contract/mail-outcomes.ts';
import { portalAccessRoutes } from '../../contract/routes/portal-access.ts';
import * as compose from '../compose.ts';
import { actOnAccess } from '../domain/portal/act-on-access.ts';
import { readAccess } from '../domain/portal/describe-access.ts';
import { actorOf } from '../http/actor.ts';
import { createApi } from '../http/create-api.ts';
import { readCursor, signCursor } from '../http/cursor.ts';

const { act, notifications, api } = compose.apiPortal();

const mailResult = (outcome: MailOutcome, language: Language) => ({
  outcome,
  message: mailOutcomes[language][outcome],
});

export const handler = createApi(
  portalAccessRoutes,
  {
    async getPortalAccess({ principal: { tenantId }, params: { workerId }, language }) {
      const { access, expected } = await readAccess(act, tenantId, workerId);
      return { body: { ...access, expectedMail: mailResult(expected, language) } };
    },
    async actOnPortalAccess(request) {
      const { params, body, principal, language } = request;
      const actor = { ...actorOf(request), agency: principal.tenant.name };
      const { mail, loginData } = await actOnAccess(act, actor, params.workerId, params.action, body.mailTo);
      const { access } = await readAccess(act, principal.tenantId, params.workerId);
      const slip = loginData && mail !== 'sent' && body.slipIfNotMailed ? loginData : undefined;
      return {
        body: {
          access,
          mail: mailResult(mail, language),
          ...(slip && { slip: { ...slip, validUntil: slip.validUntil.toISOString() } }),
        },
      };
    },
    async listWorkerNotifications({ principal: { tenantId, tenant }, params: { workerId }, query: { limit, cursor } }) {
      await readAccess(act, tenantId, workerId);
      const before = cursor === undefined ? undefined : readCursor(cursor, tenant.cursorKey);
      const { items, next } = await notifications.page(tenantId, workerId, limit, before);
      return {
        body: {
          items: items.map(({ notificationId, at, by, kind, mail }) => ({
            ...{ id: notificationId, at, by, kind },
            ...(mail !== undefined && { mail }),
          })),
          ...(next !== undefined && { nextCursor: signCursor(next, tenant.cursorKey) }),
        },
      };
    },
  },
  api,
);
