import { routesOf } from '../../contract/route.ts';
import { auditRoutes } from '../../contract/routes/audit.ts';
import { directoryRoutes } from '../../contract/routes/directory/index.ts';
import { fileRoutes } from '../../contract/routes/files.ts';
import { hirerConsentRoutes } from '../../contract/routes/hirer-consent.ts';
import { hirerLoginRoutes } from '../../contract/routes/hirer-logins.ts';
import { mailMarkRoutes } from '../../contract/routes/mail-marks.ts';
import { mailTemplateRoutes } from '../../contract/routes/mail-templates.ts';
import { messageTemplateRoutes } from '../../contract/routes/message-templates.ts';
import { ownAccountRoutes } from '../../contract/routes/own-account.ts';
import { securityRoutes } from '../../contract/routes/second-factor.ts';
import { settingsRoutes } from '../../contract/routes/settings.ts';
import { apiDirectory } from '../compose/api-directory.ts';
import { resetSecondFactor } from '../domain/access/second-factor/reset-second-factor.ts';
import { findEmployee } from '../domain/directory/employees/keep-employee.ts';
import { type Contact, lists } from '../domain/directory/entries/kinds.ts';
import { samePlacing } from '../domain/directory/same-placing.ts';
import { decideConsent } from '../domain/hirers/consent.ts';
import { describeLogin } from '../domain/hirers/logins/describe-login.ts';
import { listLogins } from '../domain/hirers/logins/list-logins.ts';
import { withdrawLogin } from '../domain/hirers/logins/withdraw-login.ts';
import { clearMark } from '../domain/mail/clear-mark.ts';
import { changeSecuritySettings } from '../domain/settings/security-settings.ts';
import { changeSettings, type KeptSettings, readSettings } from '../domain/settings/settings.ts';
import { actingOf, actorOf } from '../http/actor.ts';
import { auditHandler } from '../http/audit-handler.ts';
import { consentAnswer } from '../http/consent-answer.ts';
import { contactDataHandlers } from '../http/contact-data-handlers.ts';
import { createApi } from '../http/create-api.ts';
import { placesOf } from '../http/cursor.ts';
import { employeeHandlers, roleHandlers } from '../http/employee-handlers.ts';
import { entryHandlers, etag } from '../http/entry-handlers.ts';
import { filePage } from '../http/file-page.ts';
import { warned } from '../http/message-template-handlers.ts';

const directory = apiDirectory();
const workers = entryHandlers(directory.workers);
const companies = entryHandlers(directory.companies);
const contacts = entryHandlers(directory.contacts);
const placements = entryHandlers(directory.placements);
const branches = entryHandlers(directory.branches);
const mailTemplates = entryHandlers(directory.mailTemplates);
const messageTemplates = entryHandlers(directory.messageTemplates);
const { consent, hirers, auditLines, notifications } = directory;

const at = (companyId: string) => (contact: Contact) => contact.companyId === companyId;

const settingsAnswer = ({ settings, version }: KeptSettings) => ({
  body: { ...settings, version },
  headers: etag({ version }),
});

export const handler = createApi(
  {
    ...directoryRoutes,
    ...fileRoutes,
    ...settingsRoutes,
    ...mailMarkRoutes,
    ...mailTemplateRoutes,
    ...messageTemplateRoutes,
    ...securityRoutes,
    ...hirerConsentRoutes,
    ...auditRoutes,
    ...routesOf(hirerLoginRoutes, 'api-directory'),
    ...routesOf(ownAccountRoutes, 'api-directory'),
  },
  {
    ...contactDataHandlers(directory.contactData),

    createWorker: (request) => workers.create(request, request.body, '/v1/workers'),
    listWorkers: (request) => workers.page(request, lists.workers),
    getWorker: (request) => workers.get(request, request.params.workerId),
    changeWorker: async (request) =>
      workers.change(request, await workers.find(request, request.params.workerId), request.body),
    removeWorker: async (request) => workers.remove(request, await workers.find(request, request.params.workerId)),

    createCompany: (request) => companies.create(request, request.body, '/v1/companies'),
    listCompanies: (request) => companies.page(request, lists.companies),
    getCompany: (request) => companies.get(request, request.params.companyId),
    changeCompany: async (request) =>
      companies.change(request, await companies.find(request, request.params.companyId), request.body),
    removeCompany: async (request) =>
      companies.remove(request, await companies.find(request, request.params.companyId)),

    async createContact(request) {
      const { companyId } = request.params;
      await companies.find(request, companyId);
      return contacts.create(request, { ...request.body, companyId }, `/v1/companies/${companyId}/contacts`);
    },
    async listContacts(request) {
      const { id } = await companies.find(request, request.params.companyId);
      return contacts.page(request, lists.contactsOf(id));
    },
    getContact: (request) => contacts.get(request, request.params.contactId, at(request.params.companyId)),
    async changeContact(request) {
      const { companyId, contactId } = request.params;
      const before = await contacts.find(request, contactId, at(companyId));
      return contacts.change(request, before, { ...request.body, companyId });
    },
    async removeContact(request) {
      const { companyId, contactId } = request.params;
      return contacts.remove(request, await contacts.find(request, contactId, at(companyId)));
    },

    async listCompanyNotifications(request) {
      const { id } = await companies.find(request, request.params.companyId);
      return filePage(notifications, request, id);
    },
    async listContactNotifications(request) {
      const { companyId, contactId } = request.params;
      const { id } = await contacts.find(request, contactId, at(companyId));
      return filePage(notifications, request, id);
    },
    async listEmployeeNotifications(request) {
      const { principal, params } = request;
      const { id } = await findEmployee(directory.employees.employees, principal.tenantId, params.employeeId);
      return filePage(notifications, request, id);
    },

    async getHirerLogin(request) {
      const { companyId, contactId } = request.params;
      const { tenantId } = await contacts.find(request, contactId, at(companyId));
      return { body: await describeLogin(hirers.logins, tenantId, contactId, hirers.clock.now()) };
    },
    async withdrawHirerLogin(request) {
      const { companyId, contactId } = request.params;
      await contacts.find(request, contactId, at(companyId));
      await withdrawLogin(hirers, actorOf(request), contactId);
      return { body: undefined };
    },
    async listHirerLogins({ principal: { tenantId, tenant }, query: { limit, cursor } }) {
      const { place: after, more } = placesOf(cursor, tenant.cursorKey);
      const { items, next } = await listLogins(hirers, tenantId, { limit, after });
      return { body: { items, ...more(next) } };
    },

    listAuditLines: auditHandler(auditLines),

    createPlacement: (request) => placements.create(request, request.body, '/v1/placements'),
    async listPlacementsOfWorker(request) {
      const { id } = await workers.find(request, request.params.workerId);
      return placements.page(request, lists.placementsOf(id));
    },
    async listPlacementsAtCompany(request) {
      const { id } = await companies.find(request, request.params.companyId);
      return placements.page(request, lists.placementsOf(id));
    },
    getPlacement: (request) => placements.get(request, request.params.placementId),
    async changePlacement(request) {
      const before = await placements.find(request, request.params.placementId);
      return placements.change(request, before, samePlacing(before.fields, request.body));
    },
    removePlacement: async (request) =>
      placements.remove(request, await placements.find(request, request.params.placementId)),

    async getSettings({ principal: { tenantId } }) {
      return settingsAnswer(await readSettings(directory.settings.store, tenantId));
    },
    async changeSettings(request) {
      return settingsAnswer(await changeSettings(directory.settings, actorOf(request), request.version, request.body));
    },

    async getHirerConsent(request) {
      const { tenantId, id } = await workers.find(request, request.params.workerId);
      return consentAnswer(await consent.consents.find(tenantId, id), request.language);
    },
    async setHirerConsent(request) {
      const { id } = await workers.find(request, request.params.workerId);
      const decided = await decideConsent(consent, actorOf(request), id, request.version, request.body);
      return consentAnswer(decided, request.language);
    },
    async getMyHirerConsent({ principal: { tenantId, id }, language }) {
      return consentAnswer(await consent.consents.find(tenantId, id), language);
    },
    async setMyHirerConsent(request) {
      const actor = actorOf(request);
      const decided = await decideConsent(consent, actor, actor.id, request.version, request.body);
      return consentAnswer(decided, request.language);
    },

    async clearMailMark(request) {
      await clearMark(directory.mailMarks, actorOf(request), request.body.address);
      return { body: undefined };
    },

    createMailTemplate: (request) => mailTemplates.create(request, request.body, '/v1/mail-templates'),
    listMailTemplates: (request) => mailTemplates.page(request, lists.mailTemplates),
    getMailTemplate: (request) => mailTemplates.get(request, request.params.mailTemplateId),
    changeMailTemplate: async (request) =>
      mailTemplates.change(request, await mailTemplates.find(request, request.params.mailTemplateId), request.body),
    removeMailTemplate: async (request) =>
      mailTemplates.remove(request, await mailTemplates.find(request, request.params.mailTemplateId)),

    createMessageTemplate: async (request) =>
      warned(await messageTemplates.create(request, request.body, '/v1/message-templates'), request),
    listMessageTemplates: (request) => messageTemplates.page(request, lists.messageTemplates),
    getMessageTemplate: (request) => messageTemplates.get(request, request.params.messageTemplateId),
    async changeMessageTemplate(request) {
      const before = await messageTemplates.find(request, request.params.messageTemplateId);
      return warned(await messageTemplates.change(request, before, request.body), request);
    },
    removeMessageTemplate: async (request) =>
      messageTemplates.remove(request, await messageTemplates.find(request, request.params.messageTemplateId)),

    createBranch: (request) => branches.create(request, request.body, '/v1/branches'),
    listBranches: (request) => branches.page(request, lists.branches),
    getBranch: (request) => branches.get(request, request.params.branchId),
    changeBranch: async (request) =>
      branches.change(request, await branches.find(request, request.params.branchId), request.body),
    removeBranch: async (request) => branches.remove(request, await branches.find(request, request.params.branchId)),

    async resetSecondFactor(request) {
      await resetSecondFactor(directory.reset, actingOf(request), request.params.employeeId);
      return { body: undefined };
    },
    async getSecuritySettings({ principal: { tenant } }) {
      return { body: { staffSecondFactor: tenant.staffSecondFactor } };
    },
    async changeSecuritySettings(request) {
      const { principal, body } = request;
      await changeSecuritySettings(directory.security, actorOf(request), principal.tenant, body);
      return { body };
    },

    ...employeeHandlers(directory.employees),
    ...roleHandlers(directory.roles),
  },
  directory.api,
);
