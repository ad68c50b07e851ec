import { routesOf } from '../../contract/route.ts';
import { accessRoutes } from '../../contract/routes/access.ts';
import { secondFactorRoutes } from '../../contract/routes/second-factor.ts';
import { apiAccess } from '../compose/api-access.ts';
import { agencyName } from '../domain/access/agency-name.ts';
import { createApiToken } from '../domain/access/create-api-token.ts';
import { deleteApiToken } from '../domain/access/delete-api-token.ts';
import { describeOpened, describeSession } from '../domain/access/describe-session.ts';
import { shownDevice } from '../domain/access/devices/meet-device.ts';
import { listDevices, removeDevice } from '../domain/access/devices/own-devices.ts';
import { listApiTokens } from '../domain/access/list-api-tokens.ts';
import { logOut } from '../domain/access/log-out.ts';
import { proveCode } from '../domain/access/recovery/prove-code.ts';
import { startRecovery } from '../domain/access/recovery/start-recovery.ts';
import { endSession, listSessions } from '../domain/access/sessions.ts';
import { renewSession } from '../domain/access/sites/renew-session.ts';
import { actingOf, actorOf } from '../http/actor.ts';
import { createApi } from '../http/create-api.ts';
import { placesOf } from '../http/cursor.ts';
import { secondFactorHandlers } from '../http/second-factor-handlers.ts';
import { noSessionCookie } from '../http/session-cookie.ts';

const { agency, sessions, devices, recovery, secondFactor, apiTokens, create, derivedSecret, api } = apiAccess();

export const handler = createApi(
  routesOf({ ...accessRoutes, ...secondFactorRoutes }, 'api-access'),
  {
    async getAgency({ params: { slug }, address }) {
      return { body: await agencyName(agency, { slug, address }) };
    },
    async getSession({ principal }) {
      return { body: describeSession(principal) };
    },
    async logOut({ principal }) {
      await logOut(sessions, principal);
      return { body: undefined, cookies: [noSessionCookie] };
    },
    async renewSession({ principal }) {
      return { body: describeOpened(await renewSession({ ...create, sessions }, principal)) };
    },
    async listSessions({ principal }) {
      return { body: await listSessions(sessions, principal, create.clock) };
    },
    async endSession({ principal, params }) {
      await endSession(sessions, principal, params.sessionId);
      return { body: undefined };
    },
    async listDevices({ principal, browser }) {
      const shown = shownDevice(browser, principal.tenantId, create.secrets);
      return { body: await listDevices(devices, principal, create.clock, shown?.secretHash) };
    },
    async removeDevice(request) {
      await removeDevice({ ...create, devices }, request.principal, actorOf(request), request.params.deviceId);
      return { body: undefined };
    },
    async startRecovery({ body, address }) {
      return { body: await startRecovery(recovery, { ...body, address }) };
    },
    async proveRecoveryCode({ params, body, address, requestId }) {
      return { body: await proveCode(recovery, { ...params, ...body, address, requestId }) };
    },
    async createApiToken(request) {
      const { principal, body, idempotencyKey: key } = request;
      const once = { key, tenantKey: principal.tenant.cursorKey, derivedSecret };
      return { body: await createApiToken(create, actingOf(request), body, once) };
    },
    async listApiTokens({ principal: { tenantId, tenant }, query: { limit, cursor } }) {
      const { place: before, more } = placesOf(cursor, tenant.cursorKey);
      const { items, next } = await listApiTokens(apiTokens, tenantId, limit, before);
      return { body: { items, ...more(next) } };
    },
    async deleteApiToken(request) {
      await deleteApiToken(create, actorOf(request), request.params.tokenId);
      return { body: undefined };
    },
    ...secondFactorHandlers(secondFactor),
  },
  { ...api, answersPreflights: true },
);
