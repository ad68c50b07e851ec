import { ulid } from 'ulid';
import { fieldMessage } from '../contract/catalogues/field-messages.ts';
import { branchBody } from '../contract/routes/directory/branches.ts';
import { companyBody } from '../contract/routes/directory/companies.ts';
import { placementBody } from '../contract/routes/directory/placements.ts';
import { workerBody } from '../contract/routes/directory/workers.ts';
import { mailTemplateBody } from '../contract/routes/mail-templates.ts';
import type { TroubleName } from '../contract/troubles.ts';
import { dynamoDbClient, iotClient, iotControlClient, sesClient, sqsClient } from './adapters/clients.ts';
import { fingerprintOf, readCertificateRequest } from './adapters/crypto/certificate-request.ts';
import { derivedId } from './adapters/crypto/derived-id.ts';
import { joinSecrets } from './adapters/crypto/join-secrets.ts';
import { oneTimeCodes } from './adapters/crypto/one-time-codes.ts';
import { createPasswords } from './adapters/crypto/passwords.ts';
import { sealer } from './adapters/crypto/sealer.ts';
import { issuedSecrets, secrets } from './adapters/crypto/secrets.ts';
import { totpCodes } from './adapters/crypto/totp.ts';
import { AccountRepository } from './adapters/dynamodb/account-repository.ts';
import { AddresseeRepository } from './adapters/dynamodb/addressee-repository.ts';
import { AgencySiteRepository } from './adapters/dynamodb/agency-site-repository.ts';
import { ApiTokenRepository } from './adapters/dynamodb/api-token-repository.ts';
import { AuditLineRepository } from './adapters/dynamodb/audit-line-repository.ts';
import { AuditTrailRepository } from './adapters/dynamodb/audit-trail.ts';
import { BoxAccessRepository } from './adapters/dynamodb/box-access-repository.ts';
import { BoxCommandRepository } from './adapters/dynamodb/box-command-repository.ts';
import { BoxHealthRepository } from './adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from './adapters/dynamodb/box-repository.ts';
import { type EntryCodec, entryCodec } from './adapters/dynamodb/codecs/entry.ts';
import { ContactRepository } from './adapters/dynamodb/contact-repository.ts';
import { CorrespondenceRepository } from './adapters/dynamodb/correspondence-repository.ts';
import { DeviceRepository } from './adapters/dynamodb/device-repository.ts';
import { EmployeeRepository } from './adapters/dynamodb/employee-repository.ts';
import { EntryRepository } from './adapters/dynamodb/entry-repository.ts';
import { followedChange } from './adapters/dynamodb/followed-change.ts';
import { HirerConsentRepository } from './adapters/dynamodb/hirer-consent-repository.ts';
import { HirerLoginRepository } from './adapters/dynamodb/hirer-login-repository.ts';
import { InboundRepository } from './adapters/dynamodb/inbound-repository.ts';
import { InvitationRepository } from './adapters/dynamodb/invitation-repository.ts';
import { LimitCounters } from './adapters/dynamodb/limit-counters.ts';
import { LoginRepository } from './adapters/dynamodb/login-repository.ts';
import { MailAddressChangeRepository } from './adapters/dynamodb/mail-address-change-repository.ts';
import { MailMarkRepository } from './adapters/dynamodb/mail-mark-repository.ts';
import { MessageListRepository } from './adapters/dynamodb/message-list-repository.ts';
import { MessageRepository } from './adapters/dynamodb/message-repository.ts';
import { MobilePrefixRepository } from './adapters/dynamodb/mobile-prefix-repository.ts';
import { NotificationRepository } from './adapters/dynamodb/notification-repository.ts';
import { PasswordChangeRepository } from './adapters/dynamodb/password-change-repository.ts';
import { PlacedWorkerRepository } from './adapters/dynamodb/placed-worker-repository.ts';
import { PortalAccessRepository } from './adapters/dynamodb/portal-access-repository.ts';
import { RecoveryRepository } from './adapters/dynamodb/recovery-repository.ts';
import { conflictPause } from './adapters/dynamodb/retry.ts';
import { RoleRepository } from './adapters/dynamodb/role-repository.ts';
import { SecondFactorRepository } from './adapters/dynamodb/second-factor-repository.ts';
import { SecondFactorResetWriter } from './adapters/dynamodb/second-factor-resets.ts';
import { SecuritySettingsRepository } from './adapters/dynamodb/security-settings-repository.ts';
import { SessionRepository } from './adapters/dynamodb/session-repository.ts';
import { SettingsRepository } from './adapters/dynamodb/settings-repository.ts';
import { Table } from './adapters/dynamodb/table.ts';
import { TenantCodes } from './adapters/dynamodb/tenant-codes.ts';
import { TenantSwitch } from './adapters/dynamodb/tenant-switch.ts';
import { VerificationRepository } from './adapters/dynamodb/verification-repository.ts';
import { WalletRepository } from './adapters/dynamodb/wallet-repository.ts';
import { WorkQueueRepository } from './adapters/dynamodb/work-queue-repository.ts';
import { IotCertificateAuthority } from './adapters/iot/certificate-authority.ts';
import { IotDownlinks } from './adapters/iot/downlinks.ts';
import { isCommonPassword } from './adapters/passwords/common-passwords.ts';
import { phoneNumbers } from './adapters/phone-numbers/phone-numbers.ts';
import { readMailEvent } from './adapters/ses/mail-event.ts';
import { SesMailer } from './adapters/ses/mailer.ts';
import { SqsHurry } from './adapters/sqs/hurry.ts';
import { authenticate } from './domain/access/authenticate.ts';
import type { AgencySites } from './domain/access/sites/model.ts';
import { BRANCH, COMPANY, CONTACT, MAIL_TEMPLATE, PLACEMENT, WORKER } from './domain/directory/entries/kinds.ts';
import type { EntryKind } from './domain/directory/entries/model.ts';
import { guardedMailer } from './domain/mail/guarded-mailer.ts';
import type { Trouble } from './domain/messaging/ports.ts';
import type { Clock } from './domain/shared/clock.ts';
import type { NewId } from './domain/shared/ids.ts';
import { agencySites } from './http/agency-sites.ts';
import type { ApiDependencies } from './http/api.ts';
import { createLog, errorFields } from './http/log.ts';

/** The one place where adapters meet ports: what each function is made of. */

const clock: Clock = { now: () => new Date() };
const newId: NewId = (prefix) => `${prefix}_${ulid(clock.now().getTime())}`;
const log = createLog((line) => process.stdout.write(`${line}\n`), clock.now);

/** A setting of the function; without it the function does not start. */
function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name} in the environment of this function`);
  return value;
}

const pause = (round: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, conflictPause(round, Math.random())));
const table = () => new Table({ client: dynamoDbClient(), tableName: setting('TABLE_NAME'), pause });
const hurry = () => new SqsHurry(sqsClient(), setting('SMS_QUEUE_URL'));
const dataPlane = () => iotClient(process.env['IOT_ENDPOINT']);
const downlinks = () => new IotDownlinks(dataPlane());

const hintLost = (error: unknown) => log.error('hint lost' satisfies TroubleName, errorFields(error));
const trouble: Trouble = (what, where, error) =>
  log.error(what, { ...where, ...(error !== undefined && errorFields(error)) });

const mailerOn = (one: Table) =>
  guardedMailer(new SesMailer(sesClient(), setting('MAIL_CONFIGURATION_SET')), new MailMarkRepository(one));
const mailFailed = (error: unknown) => log.error('mail not taken' satisfies TroubleName, errorFields(error));
const sessionsLeft = (error: unknown) => log.error('sessions not removed' satisfies TroubleName, errorFields(error));

const guessedAt = (where: { tenantId: string }) => log.info('account guessed at' satisfies TroubleName, where);

function handOver(to: Table) {
  return {
    messages: new MessageRepository(to),
    boxes: new BoxRepository(to),
    healths: new BoxHealthRepository(to),
    commands: new BoxCommandRepository(to),
    workQueue: new WorkQueueRepository(to),
    stopSwitch: new TenantSwitch(to),
    downlinks: downlinks(),
    codes: new TenantCodes(to, oneTimeCodes),
    trouble,
    clock,
    newId,
  };
}

/** What is in front of every function of the API. */
function front() {
  return { log, siteOrigin: process.env['SITE_ORIGIN'], originHashes: process.env['ORIGIN_HASHES']?.split(',') };
}

/** What every function of the API needs: who makes a request, and where to log. */
function api(from: Table, sites?: AgencySites): ApiDependencies {
  const accounts = new AccountRepository(from);
  const access = { accounts, sessions: new SessionRepository(from), sites, secrets, clock };
  return {
    authenticate: (credentials) => authenticate(access, credentials),
    ...front(),
  };
}

/** And what a function needs besides that pages of agencies' own sites ask. */
function apiForSites(from: Table): ApiDependencies {
  const sites = new AgencySiteRepository(from);
  return { ...api(from, sites), agencySites: agencySites(sites), fieldMessage };
}

export function apiLogin() {
  const one = table();
  const logins = new LoginRepository(one);
  const accounts = new AccountRepository(one);
  const accesses = new PortalAccessRepository(one);
  const settings = new SettingsRepository(one);
  const counters = new LimitCounters(one);
  const passwords = createPasswords();
  return {
    logIn: {
      invitations: new InvitationRepository(one),
      sites: new AgencySiteRepository(one),
      sessions: new SessionRepository(one),
      changes: new PasswordChangeRepository(one),
      questions: new VerificationRepository(one),
      logins,
      secondFactors: new SecondFactorRepository(one),
      accounts,
      accesses,
      settings,
      counters,
      isCommonPassword,
      guessedAt,
      passwords,
      secrets,
      clock,
      newId,
      derivedId,
      sessionsLeft,
    },
    recovery: {
      recoveries: new RecoveryRepository(one),
      questions: new VerificationRepository(one),
      changes: new PasswordChangeRepository(one),
      isCommonPassword,
      ...{ logins, accounts, accesses, passwords, secrets, clock, newId, sessionsLeft },
    },
    api: apiForSites(one),
  };
}

export function apiAccess() {
  const one = table();
  const apiTokens = new ApiTokenRepository(one);
  return {
    sessions: new SessionRepository(one),
    devices: new DeviceRepository(one),
    apiTokens,
    recovery: {
      recoveries: new RecoveryRepository(one),
      logins: new LoginRepository(one),
      questions: new VerificationRepository(one),
      counters: new LimitCounters(one),
      codes: oneTimeCodes,
      ...{ secrets, clock, newId },
    },
    create: { apiTokens, secrets, clock, newId },
    secondFactor: {
      accounts: new AccountRepository(one),
      secondFactors: new SecondFactorRepository(one),
      recoveryCodes: issuedSecrets,
      totp: totpCodes,
      ...{ sealer, secrets, clock, newId },
    },
    api: apiForSites(one),
  };
}

/** Its routes are open: there is nobody to ask for. */
export function apiDocs() {
  return front();
}

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
    auditLines: new AuditLineRepository(one),
    hirers: { logins: new HirerLoginRepository(one), contacts: contacts.entries, clock, newId, sessionsLeft },
    api: apiForSites(one),
  };
}

export function apiHirers() {
  const one = table();
  return {
    view: {
      placed: new PlacedWorkerRepository(one),
      consents: new HirerConsentRepository(one),
      auditTrail: new AuditTrailRepository(one),
      clock,
      newId,
    },
    api: apiForSites(one),
  };
}

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
    api: { ...api(one), fieldMessage },
  };
}

export function apiMessaging() {
  const one = table();
  const messages = new MessageRepository(one);
  const wallets = new WalletRepository(one);
  const mobilePrefixes = new MobilePrefixRepository(one);
  const hints = hurry();
  return {
    messages,
    lists: new MessageListRepository(one),
    prefixes: { store: mobilePrefixes, clock, newId },
    inbound: new InboundRepository(one),
    wallets,
    accept: {
      ...{ messages, hurry: hints, numbers: phoneNumbers, clock, newId, hintLost },
      ...{ boxes: new BoxRepository(one), healths: new BoxHealthRepository(one), wallets },
      mobilePrefixes,
      random: Math.random,
    },
    cancel: { messages, hurry: hints, clock, hintLost },
    api: api(one),
  };
}

export function apiBoxes() {
  const one = table();
  const boxes = new BoxRepository(one);
  const commands = new BoxCommandRepository(one);
  const hintLost = (error: unknown) => log.error('hint lost' satisfies TroubleName, errorFields(error));
  return {
    read: { boxes, healths: new BoxHealthRepository(one), clock },
    add: { boxes, accesses: new BoxAccessRepository(one), joinSecrets, clock, newId },
    commands,
    command: { boxes, commands, downlinks: downlinks(), clock, newId, hintLost },
    api: api(one),
  };
}

export function boxCertificates() {
  const one = table();
  const iot = iotControlClient();
  const policyName = setting('BOX_POLICY');
  const thingType = setting('BOX_THING_TYPE');
  return {
    log,
    api: api(one),
    /** where boxes connect, and who signs for it */
    broker: { host: setting('BOX_HOST'), port: Number(setting('BOX_PORT')), authority: setting('BOX_AUTHORITY') },
    certificates: {
      boxes: new BoxRepository(one),
      accesses: new BoxAccessRepository(one),
      authority: new IotCertificateAuthority({ iot, dataPlane: dataPlane(), policyName, thingType }),
      counters: new LimitCounters(one),
      readRequest: readCertificateRequest,
      fingerprintOf,
      joinSecrets,
      downlinks: downlinks(),
      trouble,
      clock,
    },
  };
}

export function dispatcher() {
  return { log, dispatcher: handOver(table()) };
}

export function edgeIngest() {
  const one = table();
  return {
    log,
    ingest: {
      ...handOver(one),
      inbound: new InboundRepository(one),
      onStray: ({ attemptId, type }: { attemptId: string; type: string }) =>
        log.error('stray event' satisfies TroubleName, { attemptId, eventType: type }),
    },
  };
}

export function mailEvents() {
  const one = table();
  return {
    log,
    read: readMailEvent,
    events: { marks: new MailMarkRepository(one), notifications: new NotificationRepository(one), derivedId },
  };
}

export function minuteClock() {
  return { sweeper: { workQueue: new WorkQueueRepository(table()), hurry: hurry() } };
}

/** What follows from changes of the table. */
export function after() {
  const one = table();
  const correspondences = new CorrespondenceRepository(one);
  const addressees = new AddresseeRepository(one, correspondences, new SettingsRepository(one));
  const notifications = new NotificationRepository(one);
  const mailer = mailerOn(one);
  return {
    log,
    read: followedChange,
    codes: {
      recoveries: new RecoveryRepository(one),
      logins: new LoginRepository(one),
      accounts: new AccountRepository(one),
      codes: oneTimeCodes,
      messages: new MessageRepository(one),
      numbers: phoneNumbers,
      prefixes: new MobilePrefixRepository(one),
      hurry: hurry(),
      hintLost,
      ...{ addressees, mailer, clock, newId },
    },
    notices: { addressees, notifications, mailer, mailFailed },
    block: {
      accesses: new PortalAccessRepository(one),
      correspondences,
      notifications,
      mailer,
      mailFailed,
      derivedId,
      clock,
      wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
    },
  };
}
