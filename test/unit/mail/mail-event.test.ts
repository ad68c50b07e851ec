import { describe, expect, it } from 'vitest';
import { readMailEvent } from '../../../functions/adapters/ses/mail-event.ts';

const mail = {
  timestamp: '2026-11-22T00:40:02.012Z',
  source: 'De Brug <noreply@debrug.example>',
  messageId: 'EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000',
  destination: ['jan@example.com'],
  tags: {
    'ses:configuration-set': ['heraut'],
    tenant: ['ten_01JD0000000000000000000001'],
    subject: ['wrk_01JD0000000000000000000001'],
    notification: ['not_01JD0000000000000000000001'],
  },
};
const bounce = {
  bounceType: 'Permanent',
  bounceSubType: 'General',
  bouncedRecipients: [
    {
      emailAddress: 'jan@example.com',
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    },
  ],
  timestamp: '2026-11-22T00:41:02.669Z',
  feedbackId: '01000157c44f053b-61b59c11',
  reportingMTA: 'dsn; mta.example.com',
};
const complaint = {
  complainedRecipients: [{ emailAddress: 'jan@example.com' }],
  timestamp: '2026-11-22T00:41:02.000Z',
  feedbackId: '01000157c44f053b-complaint',
  userAgent: 'Yahoo!-Mail-Feedback/2.0',
  complaintFeedbackType: 'abuse',
  arrivalDate: '2026-11-22T00:41:00.000Z',
};

/** As SNS puts it on a queue. */
const read = (event: object) =>
  readMailEvent(
    JSON.stringify({
      Type: 'Notification',
      MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
      TopicArn: 'arn:aws:sns:eu-central-1:111122223333:heraut-mail-events',
      Subject: 'Amazon SES Email Event Notification',
      Message: `${JSON.stringify({ mail, ...event })}\n`,
      Timestamp: '2026-11-22T00:41:03.000Z',
      SignatureVersion: '1',
    }),
  );

const OURS = {
  tenantId: 'ten_01JD0000000000000000000001',
  subjectId: 'wrk_01JD0000000000000000000001',
  notificationId: 'not_01JD0000000000000000000001',
  addresses: ['jan@example.com'],
};

describe("an event of SES's", () => {
  it('tells of an address to which mails can’t be delivered', () => {
    expect(read({ eventType: 'Bounce', bounce })).toEqual({
      ...OURS,
      reason: 'bounced',
      at: new Date('2026-11-22T00:41:02.669Z'),
      eventId: '01000157c44f053b-61b59c11',
    });
  });

  it('tells of a reader who calls mails unwanted', () => {
    const expected = { ...OURS, reason: 'complained', eventId: '01000157c44f053b-complaint' };
    expect(read({ eventType: 'Complaint', complaint })).toMatchObject(expected);
    const { complaintFeedbackType: _, ...bare } = complaint;
    expect(read({ eventType: 'Complaint', complaint: bare })).toMatchObject(expected);
    expect(read({ eventType: 'Complaint', complaint: { ...complaint, complaintFeedbackType: null } })).toMatchObject(
      expected,
    );
  });

  it('may name the address with its reader', () => {
    const bouncedRecipients = [{ emailAddress: '"Jan, de" <jan@example.com>' }, { emailAddress: ' an@example.com' }];
    expect(read({ eventType: 'Bounce', bounce: { ...bounce, bouncedRecipients } })?.addresses).toEqual([
      'jan@example.com',
      'an@example.com',
    ]);
  });

  it.each([
    [
      'a bounce that may pass',
      { eventType: 'Bounce', bounce: { ...bounce, bounceType: 'Transient', bounceSubType: 'MailboxFull' } },
    ],
    [
      'a bounce that nobody understands',
      { eventType: 'Bounce', bounce: { ...bounce, bounceType: 'Undetermined', bouncedRecipients: [] } },
    ],
    [
      'somebody who says that a mail is wanted',
      { eventType: 'Complaint', complaint: { ...complaint, complaintFeedbackType: 'not-spam' } },
    ],
    [
      'a delivery',
      { eventType: 'Delivery', delivery: { recipients: ['jan@example.com'], timestamp: '2026-11-22T00:41:02.000Z' } },
    ],
    ['a kind of event that comes later', { eventType: 'Subscription', subscription: {} }],
    ['a mail that is not ours', { eventType: 'Bounce', bounce, mail: { ...mail, tags: {} } }],
    ['a mail without tags', { eventType: 'Bounce', bounce, mail: { messageId: 'a' } }],
  ])('marks nothing for %s', (_, event) => {
    expect(read(event)).toBeUndefined();
  });

  it.each(['', 'not JSON', '{}', '{"Message":"{}"}'])(
    'that can’t be read is a failure, and ends in the dead-letter queue: %s',
    (body) => {
      expect(() => readMailEvent(body)).toThrow();
    },
  );
});
