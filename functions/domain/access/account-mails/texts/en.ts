import type { AccountMailTexts } from './index.ts';

export const en: AccountMailTexts = {
  subject: {
    'recovery-code': (agency) => `Code for a new password at ${agency}`,
    'password-recovered': (agency) => `The password of your account at ${agency} was changed`,
    'verification-question-recorded': (agency) => `The verification question of your account at ${agency} was recorded`,
  },
  opening: {
    'recovery-code': (agency) => `Somebody has asked for a new password for your account at ${agency}.`,
    'password-recovered': ({ agency, moment }) =>
      `A new password was chosen for your account at ${agency} with a code, on ${moment}. You have to log in again on all devices.`,
    'verification-question-recorded': ({ agency, moment }) =>
      `A verification question was recorded for your account at ${agency} on ${moment}.`,
  },
  code: 'Your code',
  codeUntil: (moment) => `The code works once, until ${moment}.`,
  notAsked: (agency) =>
    `If it was not you, you need not do anything: without the code nothing changes. Give the code to nobody, not even to staff of ${agency}.`,
  notYou: (agency) => `Was it not you? Then contact ${agency} at once.`,
};
