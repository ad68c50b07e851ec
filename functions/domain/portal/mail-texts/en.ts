import type { PortalMailTexts } from './index.ts';

export const en: PortalMailTexts = {
  locale: 'en-GB',
  subject: {
    enabled: ({ agency }) => `Your account at ${agency} is active`,
    disabled: ({ agency }) => `Your account at ${agency} has been closed`,
    'new-login-data': ({ agency }) => `New login data for your account at ${agency}`,
    blocked: ({ agency }) => `Access to your account at ${agency} is blocked`,
    granted: ({ agency }) => `Your account at ${agency} can be used again`,
  },
  opening: {
    enabled: ({ agency, date }) =>
      `Your account at ${agency} is active from ${date} and gives you access to your data. These are your login data:`,
    disabled: ({ agency, date }) => `Your account at ${agency} is closed from ${date}.`,
    'new-login-data': ({ agency, date }) => `From ${date} new login data apply to your account at ${agency}.`,
    blocked: ({ agency, date }) => `Access to your account at ${agency} is blocked from ${date}.`,
    granted: ({ agency, date }) =>
      `Your account at ${agency} can be used again from ${date}, with the login name and password that you had.`,
  },
  loginName: 'Login name',
  password: 'Password',
  website: (address) => `You can log in at: ${address}`,
  changeBoth: 'Right after logging in you have to change both the login name and the password to your own.',
  validUntil: (moment) => `You can log in with them until ${moment}.`,
  questions: ({ agency, accountManager, contactAddress }) =>
    `If you have questions, please ask your account manager${accountManager ? ` ${accountManager}` : ''} at ${agency}` +
    `${contactAddress ? `, or write to ${contactAddress}` : ''}.`,
};
