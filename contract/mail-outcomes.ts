/** What became of the mail that tells a worker of a change; said in words by catalogues/mail-outcomes.ts. */
export const MAIL_OUTCOMES = [
  'sent',
  'no-address',
  'not-confirmed',
  'switched-off',
  'no-sender',
  'bounced',
  'complained',
] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];
