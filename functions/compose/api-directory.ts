import { agency } from '../../contract/catalogues/field-messages/agency.ts';
import { messaging } from '../../contract/catalogues/field-messages/messaging.ts';
import { people } from '../../contract/catalogues/field-messages/people.ts';
import { branchBody } from '../../contract/routes/directory/branches.ts';
import { companyBody } from '../../contract/routes/directory/companies.ts';
import { placementBody } from '../../contract/routes/directory/placements.ts';
import { workerBody } from '../../contract/routes/directory/workers.ts';
import { mailTemplateBody } from '../../contract/routes/mail-templates.ts';
import { messageTemplateBody } from '../../contract/routes/message-templates.ts';
import { oneTimeCodes } from '../adapters/crypto/one-time-codes.ts';
import { AuditLineRepository } from '../adapters/dynamodb/audit-line-repository.ts';
import { type EntryCodec, entryCodec } from '../adapters/dynamodb/codecs/entry.ts';
import { ContactRepository } from '../adapters/dynamodb/contact-repository.ts';
import { EmployeeRepository } from '../adapters/dynamodb/employee-repository.ts';
import { EntryRepository } from '../adapters/dynamodb/entry-repository.ts';
import { HirerConsentRepository } from '../adapters/dynamodb/hirer-consent-repository.ts';
import { HirerLoginRepository } from '../adapters/dynamodb/hirer-login-repository.ts';
import { LimitCounters } from '../adapters/dynamodb/limit-counters.ts';
import { MailAddressChangeRepository } from '../adapters/dynamodb/mail-address-change-repository.ts';
import { MailMarkRepository } from '../adapters/dynamodb/mail-mark-repository.ts';
import { NotificationRepository } from '../adapters/dynamodb/notification-repository.ts';
import { RoleRepository } from '../adapters/dynamodb/role-repository.ts';
import { SecondFactorResetWriter } from '../adapters/dynamodb/second-factor-resets.ts';
import { SecuritySettingsRepository } from '../adapters/dynamodb/security-settings-repository.ts';
import { SettingsRepository } from '../adapters/dynamodb/settings-repository.ts';
import {
  BRANCH,
  COMPANY,
  CONTACT,
  MAIL_TEMPLATE,
  MESSAGE_TEMPLATE,
  PLACEMENT,
  WORKER,
} from '../domain/directory/entries/kinds.ts';
import type { EntryKind } from '../domain/directory/entries/model.ts';
import { apiForSites } from './front.ts';
import { clock, newId, sessionsLeft, table } from './parts.ts';

export function apiDirectory() {
  const one = table();
  const kept = <F>(kind: EntryKind<F>, codec: EntryCodec<F>) => ({
    kind,
    entries: new EntryRepository(one, codec),
    clock,
    newId,
  });
  const workers = kept(WORKER, entryCodec('worker', workerBody));
  const contacts = { kind: CONTACT, entries: new ContactRepository(one), clock, newId };
  return {
    workers,
    contactData: {
      ...workers,
      mailChanges: new MailAddressChangeRepository(one),
      counters: new LimitCounters(one),
      codes: oneTimeCodes,
    },
    companies: kept(COMPANY, entryCodec('company', companyBody)),
    contacts,
    placements: kept(PLACEMENT, entryCodec('placement', placementBody)),
    branches: kept(BRANCH, entryCodec('branch', branchBody)),
    employees: { employees: new EmployeeRepository(one), roles: new RoleRepository(one), clock, newId, sessionsLeft },
    roles: { roles: new RoleRepository(one), clock, newId },
    mailMarks: { marks: new MailMarkRepository(one), clock, newId },
    messageTemplates: kept(MESSAGE_TEMPLATE, entryCodec('message-template', messageTemplateBody)),
    mailTemplates: kept(MAIL_TEMPLATE, entryCodec('mail-template', mailTemplateBody)),
    reset: {
      employees: new EmployeeRepository(one),
      roles: new RoleRepository(one),
      resets: new SecondFactorResetWriter(one),
      ...{ clock, newId },
    },
    security: { store: new SecuritySettingsRepository(one), clock, newId },
    settings: { store: new SettingsRepository(one), clock, newId },
    consent: { consents: new HirerConsentRepository(one), clock, newId },
    notifications: new NotificationRepository(one),
    auditLines: new AuditLineRepository(one),
    hirers: { logins: new HirerLoginRepository(one), contacts: contacts.entries, clock, newId, sessionsLeft },
    api: apiForSites(one, people, agency, messaging),
  };
}
