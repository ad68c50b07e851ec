import { randomUUID } from 'node:crypto';

/** A mail as it was handed to SES (SendEmail, version 2). */
export interface SentMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** Mailboxes of SES's simulator, also with a label: `bounce+jan@simulator.amazonses.com`. */
const SIMULATOR = /^(success|bounce|ooto|complaint|suppressionlist)(?:\+[^@]*)?@simulator\.amazonses\.com$/i;

/**
 * The events that SES tells of mails to its mailbox simulator, and none of any other mail.
 * Source: Amazon SES Developer Guide, "Using the mailbox simulator manually" and "Examples of event data that Amazon SES publishes
 * to Amazon SNS".
 */
export function simulatedEvents(mail: SentMail, now: Date): object[] {
  if (mail.configurationSet === undefined) return [];
  return mail.to
    .flatMap((address) => {
      const [, mailbox] = SIMULATOR.exec(address) ?? [];
      return mailbox === undefined ? [] : eventsOf(mailbox.toLowerCase(), address, now);
    })
    .map((event) => ({ ...event, mail: mailObject(mail, now) }));
}

function eventsOf(mailbox: string, address: string, now: Date): object[] {
  switch (mailbox) {
    case 'bounce':
      return [
        bounce(now, 'Permanent', 'General', {
          emailAddress: address,
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 user unknown',
        }),
      ];
    case 'suppressionlist':
      return [
        bounce(now, 'Permanent', 'Suppressed', {
          emailAddress: address,
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'Amazon SES has suppressed sending to this address',
        }),
      ];
    case 'ooto':
      return [delivery(now, address), bounce(now, 'Transient', 'General', { emailAddress: address })];
    case 'complaint':
      return [delivery(now, address), complaint(now, address)];
    default:
      return [delivery(now, address)];
  }
}

function bounce(now: Date, bounceType: string, bounceSubType: string, recipient: object): object {
  return {
    eventType: 'Bounce',
    bounce: {
      feedbackId: randomUUID(),
      bounceType,
      bounceSubType,
      bouncedRecipients: [recipient],
      timestamp: now.toISOString(),
      reportingMTA: 'dsn; a8-96.smtp-out.amazonses.com',
    },
  };
}

function complaint(now: Date, emailAddress: string): object {
  return {
    eventType: 'Complaint',
    complaint: {
      feedbackId: randomUUID(),
      complaintSubType: null,
      complainedRecipients: [{ emailAddress }],
      timestamp: now.toISOString(),
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: now.toISOString(),
    },
  };
}

function delivery(now: Date, recipient: string): object {
  return {
    eventType: 'Delivery',
    delivery: {
      timestamp: now.toISOString(),
      processingTimeMillis: 500,
      recipients: [recipient],
      smtpResponse: '250 2.6.0 Message received',
      reportingMTA: 'a8-96.smtp-out.amazonses.com',
    },
  };
}

function mailObject({ messageId, from, to, configurationSet, tags }: SentMail, now: Date): object {
  return {
    timestamp: now.toISOString(),
    source: from,
    sourceArn: 'arn:aws:ses:eu-central-1:000000000000:identity/example.org',
    sendingAccountId: '000000000000',
    messageId,
    destination: to,
    headersTruncated: false,
    headers: [{ name: 'From', value: from }, ...to.map((value) => ({ name: 'To', value }))],
    commonHeaders: { from: [from], to, messageId },
    tags: {
      'ses:operation': ['SendEmail'],
      'ses:configuration-set': [configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      ...tags,
    },
  };
}
