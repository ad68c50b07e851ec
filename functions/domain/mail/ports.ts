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
  readonly from: MailSender;
  readonly to: string;
  readonly replyTo?: string;
}

export interface Mailer {
  /** Resolves when the mail service has taken it; rejects when it has not, or not within 5 s. Never tried again by itself. */
  send(mail: Mail): Promise<void>;
}
