import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import { derivedId } from '../../../functions/adapters/crypto/derived-id.ts';
import type { Mail } from '../../../functions/domain/mail/ports.ts';
import type { Notification } from '../../../functions/domain/notifications/model.ts';
import type { ActDependencies } from '../../../functions/domain/portal/act-on-access.ts';
import type { Correspondence } from '../../../functions/domain/portal/mail-plan.ts';
import type { PortalAccess } from '../../../functions/domain/portal/model.ts';
import type { LoginChange } from '../../../functions/domain/portal/ports.ts';
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

  readonly deps: ActDependencies = {
    accesses: {
      find: async () => this.access,
      change: async (before, after, login, notification, audit) => {
        this.meanwhile();
        if ((this.access?.version ?? 0) !== before.version) return 'changed';
        if (this.takenNames-- > 0) return 'name-taken';
        this.access = after;
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
        this.mails.push(mail);
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
    newId,
    derivedId,
    sessionsLeft: (error) => this.sessionsLeft.push(error),
    mailFailed: (error) => this.mailFailures.push(error),
  };
}
