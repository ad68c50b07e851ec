import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { MailTemplateFields } from '../../../contract/routes/mail-templates.ts';
import { derivedId } from '../../../functions/adapters/crypto/derived-id.ts';
import type { Login } from '../../../functions/domain/access/model.ts';
import type { Entry } from '../../../functions/domain/directory/entries/model.ts';
import type { MailMark } from '../../../functions/domain/mail/marks.ts';
import type { Mail } from '../../../functions/domain/mail/ports.ts';
import type { Notification } from '../../../functions/domain/notifications/model.ts';
import type { ActDependencies } from '../../../functions/domain/portal/act-on-access.ts';
import type { FollowBlockDependencies } from '../../../functions/domain/portal/automatic-block.ts';
import type { ReadAccessDependencies } from '../../../functions/domain/portal/describe-access.ts';
import type { MailBlockDependencies } from '../../../functions/domain/portal/mail-block.ts';
import type { Correspondence } from '../../../functions/domain/portal/mail-plan.ts';
import type { PortalAccess } from '../../../functions/domain/portal/model.ts';
import type { LoginChange } from '../../../functions/domain/portal/ports.ts';
import { memoryMailDuties } from '../../support/memory-mail-duties.ts';
import { newId } from '../../support/messages.ts';

export const CORRESPONDENCE: Correspondence = {
  agency: 'De Brug',
  settings: {
    correspondence: {
      website: 'www.flexwerker.com',
      mailOnAccessChange: true,
      disclaimer: { nl: 'Dit bericht is vertrouwelijk.' },
      mailPolicy: 'general',
      generalAddress: 'info@debrug.example',
      mailSender: { name: 'De Brug', address: 'noreply@debrug.example' },
    },
    loginPrefix: 'EF',
    allowedOrigins: [],
  },
  worker: {
    givenName: 'René',
    familyName: 'Jansen',
    language: 'nl',
    addresses: [],
    phones: [],
    mailAddresses: ['rene@example.com'],
    externalLinks: [],
  },
  accountManager: { name: 'Sanne de Wit' },
};

/** A worker's login after the third try of this moment. */
export const loginAt = (lastTryAt: string): Login => ({
  ...{ tenantId: 'ten_1', personId: 'wrk_1', loginName: 'ef_rene14303', passwordHash: 'hash', tries: 3, lastTryAt },
});

/** One worker's access in memory, and what was mailed and written down. */
export class MemoryPortal {
  access: PortalAccess | undefined;
  readonly mails: Mail[] = [];
  readonly logins: LoginChange[] = [];
  readonly file: (Notification & { mail?: MailOutcome })[] = [];
  readonly audit: string[] = [];
  sessionsRemoved = 0;
  sessionsStay = false;
  readonly sessionsLeft: unknown[] = [];
  mailFails = false;
  readonly mailFailures: unknown[] = [];
  correspondence: Correspondence | undefined = CORRESPONDENCE;
  now = new Date('2026-11-21T10:00:00.000Z');
  #numbers = 14_302;
  /** called before a change is stored: somebody else may be quicker */
  meanwhile: () => void = () => {};
  takenNames = 0;
  /** for each number drawn: whether it is the one before */
  readonly drawnAgain: boolean[] = [];

  /** three wrong passwords, the third at this moment, that nobody has written down */
  wrongPasswords: string | undefined;
  readonly marks = new Map<string, MailMark>();
  readonly templates = new Map<string, Entry<MailTemplateFields>>();
  /** milliseconds that were waited */
  waited = 0;

  readonly mailDuties = memoryMailDuties('ten_1');

  readonly deps: ActDependencies & FollowBlockDependencies & MailBlockDependencies & ReadAccessDependencies = {
    duties: this.mailDuties.duties,
    accesses: {
      find: async () => {
        const { access: stored, wrongPasswords: at } = this;
        if (stored?.status !== 'enabled' || at === undefined) return stored;
        return { ...stored, status: 'blocked', cause: 'auto', unwritten: { stored, login: loginAt(at), at } };
      },
      change: async (before, after, login, notification, audit) => {
        this.meanwhile();
        if ((this.access?.version ?? 0) !== before.version) return 'changed';
        if (this.takenNames-- > 0) return 'name-taken';
        this.access = after;
        if (login.kind !== 'locked') this.wrongPasswords = undefined;
        this.logins.push(login);
        this.file.push(notification);
        this.audit.push(`${audit.action}: ${audit.detail}`);
        return 'done';
      },
      removeSessions: async () => {
        if (this.sessionsStay) throw new Error('the table does not answer');
        this.sessionsRemoved += 1;
      },
    },
    marks: { find: async () => this.marks },
    templates: { find: async (_, id) => this.templates.get(id) },
    correspondences: { of: async () => this.correspondence },
    notifications: {
      mailed: async ({ notificationId }, outcome) => {
        const at = this.file.findIndex((one) => one.notificationId === notificationId);
        const known = this.file[at];
        if (known) this.file[at] = { ...known, mail: outcome };
      },
    },
    mailer: {
      send: async (mail) => {
        if (this.mailFails) throw new Error('the mail server does not answer');
        const mark = this.marks.get(mail.to);
        if (mark) return mark.reason;
        this.mails.push(mail);
        return 'sent';
      },
    },
    passwords: { hash: async (password) => `hash of ${password.length} characters` },
    issued: {
      password: () => 'mzpk-7r4t-e9hw-3xua',
      number: () => {
        if (!this.drawnAgain.shift()) this.#numbers += 1;
        return String(this.#numbers);
      },
    },
    clock: { now: () => this.now },
    wait: async (milliseconds) => {
      this.waited += milliseconds;
      this.now = new Date(this.now.getTime() + milliseconds);
    },
    newId,
    derivedId,
    sessionsLeft: (error) => this.sessionsLeft.push(error),
    mailFailed: (error) => this.mailFailures.push(error),
    mailGivenUp: () => {},
  };
}
