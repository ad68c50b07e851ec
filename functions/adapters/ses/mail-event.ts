import * as z from 'zod/mini';
import type { MailEvent } from '../../domain/mail/take-mail-event.ts';

/** The names under which a mail's tags tell whose it is; they come back with each event. */
export const TAGS = { tenantId: 'tenant', subjectId: 'subject', notificationId: 'notification' } as const;

/** What SNS puts around a message. Source: Amazon SNS Developer Guide, "HTTP/HTTPS notification JSON format". */
const envelope = z.object({ Message: z.string() });
const recipients = z.array(z.object({ emailAddress: z.string() }));
/**
 * Source: Amazon SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon SNS". Of the types of event
 * only these two say that an address is no good.
 */
const sesEvent = z.object({
  eventType: z.string(),
  bounce: z.optional(
    z.object({ bounceType: z.string(), bouncedRecipients: recipients, timestamp: z.string(), feedbackId: z.string() }),
  ),
  complaint: z.optional(
    z.object({
      complainedRecipients: recipients,
      complaintFeedbackType: z.nullish(z.string()),
      timestamp: z.string(),
      feedbackId: z.string(),
    }),
  ),
  mail: z.object({ tags: z._default(z.record(z.string(), z.array(z.string())), {}) }),
});

/**
 * Reads the body of a queue's record; undefined for what marks no address: a bounce that may pass (`Transient`,
 * `Undetermined`, also answers of people who are away), a reader who says that a mail is wanted, deliveries, and mails that
 * are not ours.
 */
export function readMailEvent(body: string): MailEvent | undefined {
  const { bounce, complaint, mail } = z.parse(sesEvent, JSON.parse(z.parse(envelope, JSON.parse(body)).Message));
  const tag = (name: keyof typeof TAGS) => mail.tags[TAGS[name]]?.[0];
  const tenantId = tag('tenantId');
  if (tenantId === undefined) return undefined;
  const about = { tenantId, subjectId: tag('subjectId'), notificationId: tag('notificationId') };
  if (bounce?.bounceType === 'Permanent')
    return { ...about, ...told(bounce, bounce.bouncedRecipients), reason: 'bounced' };
  if (complaint && complaint.complaintFeedbackType !== 'not-spam')
    return { ...about, ...told(complaint, complaint.complainedRecipients), reason: 'complained' };
  return undefined;
}

function told(
  { timestamp, feedbackId }: { timestamp: string; feedbackId: string },
  of: readonly { emailAddress: string }[],
): Pick<MailEvent, 'eventId' | 'at' | 'addresses'> {
  return {
    eventId: feedbackId,
    at: new Date(timestamp),
    addresses: of.map(({ emailAddress }) => bareAddress(emailAddress)),
  };
}

/** `Jan <jan@example.com>` is an address with its name, which some mail systems report. */
function bareAddress(address: string): string {
  return /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address.trim();
}
