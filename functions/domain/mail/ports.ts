import type { MarkReason } from './marks.ts';

/** Whom a mail comes from. */
export interface MailSender {
  readonly name: string;
  readonly address: string;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mail extends MailText {
  readonly tenantId: string;
  /** whose file it belongs to */
  readonly subjectId: string;
  /** the line in that file that tells of it */
  readonly notificationId?: string;
  readonly from: MailSender;
  readonly to: string;
  readonly replyTo?: string;
}

export interface MailTransport {
  /**
   * Resolves when the mail service has taken it; rejects when it has not, or not within 5 s, with MailPutOff when it is certain that it may
   * be sent later. Never tried again by itself.
   */
  send(mail: Mail): Promise<void>;
}

export interface Mailer {
  /** As MailTransport. Anything but `sent`: it was not sent, as mails to this address bounced or were unwanted before. */
  send(mail: Mail): Promise<'sent' | MarkReason>;
}
