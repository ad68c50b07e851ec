import type { Language } from '../../contract/catalogues/index.ts';
import { mailOutcomes } from '../../contract/catalogues/mail-outcomes.ts';
import type { MailOutcome } from '../../contract/mail-outcomes.ts';
import { routesOf } from '../../contract/route.ts';
import { hirerLoginRoutes } from '../../contract/routes/hirer-logins.ts';
import { invitationRoutes } from '../../contract/routes/invitations.ts';
import { portalAccessRoutes } from '../../contract/routes/portal-access.ts';
import { verificationRoutes } from '../../contract/routes/verification.ts';
import { apiPortal } from '../compose/api-portal.ts';
import { inviteEmployee } from '../domain/access/invitations/invite-employee.ts';
import { checkAnswer } from '../domain/access/verification/check-answer.ts';
import { describeQuestion } from '../domain/access/verification/describe-question.ts';
import { recordQuestion } from '../domain/access/verification/record-question.ts';
import { inviteContact } from '../domain/hirers/logins/invite-contact.ts';
import { actOnAccess } from '../domain/portal/act-on-access.ts';
import { readAccess } from '../domain/portal/describe-access.ts';
import { previewMail } from '../domain/portal/preview-mail.ts';
import { actingOf, actorOf } from '../http/actor.ts';
import { createApi } from '../http/create-api.ts';
import { filePage } from '../http/file-page.ts';

const { act, invite, verification, notifications, api } = apiPortal();

const mailResult = (outcome: MailOutcome, language: Language) => ({
  outcome,
  message: mailOutcomes[language][outcome],
});

export const handler = createApi(
  {
    ...portalAccessRoutes,
    ...verificationRoutes,
    ...routesOf({ ...invitationRoutes, ...hirerLoginRoutes }, 'api-portal'),
  },
  {
    async getPortalAccess({ principal: { tenantId }, params: { workerId }, language }) {
      const { access, expected } = await readAccess(act, tenantId, workerId);
      return { body: { ...access, expectedMail: mailResult(expected, language) } };
    },
    async actOnPortalAccess(request) {
      const { params, body, principal, language } = request;
      const acted = await actOnAccess(act, actorOf(request), params.workerId, params.action, body);
      const { mail, loginData } = acted;
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
    async inviteEmployee(request) {
      const { principal, params, site, language } = request;
      const actor = { ...actingOf(request), tenant: principal.tenant };
      const { mail, expiresAt } = await inviteEmployee(invite, actor, params.employeeId, site);
      return { body: { mail: mailResult(mail, language), ...(expiresAt !== undefined && { expiresAt }) } };
    },
    async inviteContact(request) {
      const { mail, expiresAt } = await inviteContact(invite, actingOf(request), request.params, request.site);
      return { body: { mail: mailResult(mail, request.language), ...(expiresAt !== undefined && { expiresAt }) } };
    },
    async getVerificationQuestion({ principal: { tenantId }, params: { workerId } }) {
      await readAccess(act, tenantId, workerId);
      const question = await verification.questions.find(tenantId, workerId);
      return { body: describeQuestion(question, act.clock.now()) };
    },
    async recordVerificationQuestion(request) {
      const { workerId } = request.params;
      await readAccess(act, request.principal.tenantId, workerId);
      const question = await recordQuestion(verification, actorOf(request), workerId, request.body);
      return { body: describeQuestion(question, act.clock.now()) };
    },
    async checkVerificationAnswer(request) {
      const { workerId } = request.params;
      await readAccess(act, request.principal.tenantId, workerId);
      return { body: await checkAnswer(verification, actorOf(request), workerId, request.body.answer) };
    },
    async previewPortalMail({ principal: { tenantId }, params, body, language }) {
      const { expected, ...mail } = await previewMail(act, { tenantId, ...params }, body);
      return { body: { ...mail, expectedMail: mailResult(expected, language) } };
    },
    async listWorkerNotifications(request) {
      const { workerId } = request.params;
      await readAccess(act, request.principal.tenantId, workerId);
      return filePage(notifications, request, workerId);
    },
  },
  api,
);
