import { agency } from '../../contract/catalogues/field-messages/agency.ts';
import { mailTemplateBody } from '../../contract/routes/mail-templates.ts';
import { derivedId } from '../adapters/crypto/derived-id.ts';
import { createPasswords } from '../adapters/crypto/passwords.ts';
import { issuedSecrets, secrets } from '../adapters/crypto/secrets.ts';
import { entryCodec } from '../adapters/dynamodb/codecs/entry.ts';
import { ContactRepository } from '../adapters/dynamodb/contact-repository.ts';
import { CorrespondenceRepository } from '../adapters/dynamodb/correspondence-repository.ts';
import { EmployeeRepository } from '../adapters/dynamodb/employee-repository.ts';
import { EntryRepository } from '../adapters/dynamodb/entry-repository.ts';
import { InvitationRepository } from '../adapters/dynamodb/invitation-repository.ts';
import { MailMarkRepository } from '../adapters/dynamodb/mail-mark-repository.ts';
import { NotificationRepository } from '../adapters/dynamodb/notification-repository.ts';
import { PortalAccessRepository } from '../adapters/dynamodb/portal-access-repository.ts';
import { RoleRepository } from '../adapters/dynamodb/role-repository.ts';
import { SettingsRepository } from '../adapters/dynamodb/settings-repository.ts';
import { VerificationRepository } from '../adapters/dynamodb/verification-repository.ts';
import { api } from './front.ts';
import { clock, mailerOn, mailFailed, newId, sessionsLeft, table } from './parts.ts';

export function apiPortal() {
  const one = table();
  const accesses = new PortalAccessRepository(one);
  const notifications = new NotificationRepository(one);
  const passwords = createPasswords();
  const marks = new MailMarkRepository(one);
  const mailer = mailerOn(one);
  return {
    accesses,
    notifications,
    invite: {
      invitations: new InvitationRepository(one),
      employees: new EmployeeRepository(one),
      contacts: new ContactRepository(one),
      roles: new RoleRepository(one),
      settings: new SettingsRepository(one),
      ...{ notifications, mailer, secrets, clock, newId, mailFailed },
    },
    verification: { questions: new VerificationRepository(one), accesses, passwords, clock, newId },
    act: {
      accesses,
      correspondences: new CorrespondenceRepository(one),
      templates: new EntryRepository(one, entryCodec('mail-template', mailTemplateBody)),
      notifications,
      marks,
      mailer,
      passwords,
      issued: issuedSecrets,
      clock,
      newId,
      derivedId,
      sessionsLeft,
      mailFailed,
    },
    api: api(one, agency),
  };
}
