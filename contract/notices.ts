/** Lines in a person's file of which that person is always mailed: a change of the login data that may be a stranger's. */
export const NOTICES = [
  'password-recovered',
  'password-changed',
  'mail-address-changed',
  'phones-changed',
  'verification-question-recorded',
  'second-factor-reset',
] as const;
export type Notice = (typeof NOTICES)[number];
