import { routesOf } from '../../contract/route.ts';
import { accessRoutes } from '../../contract/routes/access.ts';
import { invitationRoutes } from '../../contract/routes/invitations.ts';
import { apiLogin } from '../compose/api-login.ts';
import { confirmSession, refuseUnconfirmed } from '../domain/access/confirm-session.ts';
import { describeOpened, describeSession } from '../domain/access/describe-session.ts';
import { endReplacedSession } from '../domain/access/end-replaced-session.ts';
import { acceptInvitation, lookAtInvitation } from '../domain/access/invitations/accept-invitation.ts';
import { logIn } from '../domain/access/log-in.ts';
import { changeOwnPassword } from '../domain/access/password-change/change-own-password.ts';
import { answerQuestion } from '../domain/access/recovery/answer-question.ts';
import { setPassword } from '../domain/access/recovery/set-password.ts';
import { describeQuestion } from '../domain/access/verification/describe-question.ts';
import { recordQuestion } from '../domain/access/verification/record-question.ts';
import { changeIssuedLoginData } from '../domain/portal/change-issued-login-data.ts';
import { actorOf } from '../http/actor.ts';
import { createApi } from '../http/create-api.ts';
import { loginCookies } from '../http/session-cookie.ts';

const { logIn: parts, recovery, api } = apiLogin();

/** Apart from the others because it hashes: a flood of logins starves nothing else. */
export const handler = createApi(
  routesOf({ ...accessRoutes, ...invitationRoutes }, 'api-login'),
  {
    async logIn({ body, browser, address, agencySite }) {
      const loggedIn = await logIn(parts, { ...body, browser, address, agencySite });
      await endReplacedSession(parts, browser.session);
      return { body: describeOpened(loggedIn), cookies: loginCookies(loggedIn) };
    },
    async changeIssuedLoginData(request) {
      const actor = { ...request.principal, ...actorOf(request) };
      const loggedIn = await changeIssuedLoginData(parts, actor, request.body, request);
      return { body: describeOpened(loggedIn), cookies: loginCookies(loggedIn) };
    },
    async lookAtInvitation({ body, address }) {
      const { invitee, invitation } = await lookAtInvitation(parts, { ...body, address });
      const { tenant, name, language, loginName } = invitee;
      return {
        body: {
          tenant: { slug: tenant.slug, name: tenant.name },
          ...{ name, language, expiresAt: invitation.expiresAt },
          ...(loginName !== undefined && { loginName }),
        },
      };
    },
    async acceptInvitation({ body, address, requestId, browser }) {
      const loggedIn = await acceptInvitation(parts, { ...body, address, requestId, browser });
      return { body: describeSession(loggedIn.principal), cookies: loginCookies(loggedIn) };
    },
    async confirmSession(request) {
      await confirmSession(parts, actorOf(request), request.principal, request.body.password);
      return { body: undefined };
    },
    async changeOwnPassword(request) {
      const { principal, body } = request;
      const loggedIn = await changeOwnPassword(parts, actorOf(request), principal, body.password, request);
      return { body: describeOpened(loggedIn), cookies: loginCookies(loggedIn) };
    },
    async getOwnVerificationQuestion({ principal: { tenantId, id } }) {
      return { body: describeQuestion(await parts.questions.find(tenantId, id), parts.clock.now()) };
    },
    async recordOwnVerificationQuestion(request) {
      const { id } = refuseUnconfirmed(request.principal, parts.clock);
      const question = await recordQuestion(parts, actorOf(request), id, request.body);
      return { body: describeQuestion(question, parts.clock.now()) };
    },
    async answerRecoveryQuestion({ params, body, requestId, address }) {
      return { body: await answerQuestion(recovery, { ...params, ...body, requestId, address }) };
    },
    async setRecoveredPassword({ params, body, requestId, address }) {
      await setPassword(recovery, { ...params, ...body, requestId, address });
      return { body: undefined };
    },
  },
  api,
);
