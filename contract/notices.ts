/** Lines in a person's file of which that person is always mailed: a change of the login data that may be a stranger's. */
export const NOTICES = [
  'password-recovered',
  'password-changed',
  'mail-address-changed',
  'phones-changed',
  'verification-question-recorded',
  'second-factor-reset',
  'totp-set-up',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-codes-renewed',
] as const;
export type Notice = (typeof NOTICES)[number];

/** That three wrong passwords have blocked a worker's access; the worker is mailed as of every change of it. */
export const AUTOMATIC_BLOCK = 'portal-access-auto-block';

/** Whether a mail follows from such a line by itself. */
export const isMailed = (kind: string) => kind === AUTOMATIC_BLOCK || NOTICES.some((notice) => notice === kind);
