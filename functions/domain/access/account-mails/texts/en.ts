import type { AccountMailTexts } from './index.ts';

export const en: AccountMailTexts = {
  subject: {
    'recovery-code': (agency) => `Code for a new password at ${agency}`,
    'mail-address-code': (agency) => `Code for your new mail address at ${agency}`,
    'login-names': (agency) => `Your login names at ${agency}`,
    'issued-login-data': (agency) => `Your login data at ${agency}`,
    'password-changed': (agency) => `The password of your account at ${agency} was changed`,
    'mail-address-changed': (agency) => `The mail address of your account at ${agency} was changed`,
    'phones-changed': (agency) => `The phone numbers of your account at ${agency} were changed`,
    'password-recovered': (agency) => `The password of your account at ${agency} was changed`,
    'verification-question-recorded': (agency) => `The verification question of your account at ${agency} was recorded`,
    'second-factor-reset': (agency) => `The second factor of your account at ${agency} was removed`,
    'totp-set-up': (agency) => `An app was set up for your account at ${agency}`,
    'totp-removed': (agency) => `The app of your account at ${agency} was removed`,
    'passkey-added': (agency) => `A passkey was added to your account at ${agency}`,
    'passkey-removed': (agency) => `A passkey of your account at ${agency} was removed`,
    'recovery-codes-renewed': (agency) => `New recovery codes for your account at ${agency}`,
  },
  opening: {
    'recovery-code': (agency) => `Somebody has asked for a new password for your account at ${agency}.`,
    'mail-address-code': (agency) => `This mail address was given for your account at ${agency}.`,
    'login-names': (agency) =>
      `Somebody has asked for a new password at ${agency} with this mail address. It belongs to these login names:`,
    'issued-login-data': (agency) =>
      `Somebody has asked for a new password for your account at ${agency}. You have not chosen your own login data yet.`,
    'password-changed': ({ agency, moment }) =>
      `Another password was chosen for your account at ${agency} on ${moment}. You have to log in again on other devices.`,
    'mail-address-changed': ({ agency, moment }) =>
      `The mail address of your account at ${agency} was changed on ${moment}. This goes to the old and to the new address.`,
    'phones-changed': ({ agency, moment }) =>
      `The phone numbers of your account at ${agency} were changed on ${moment}.`,
    'password-recovered': ({ agency, moment }) =>
      `A new password was chosen for your account at ${agency} with a code, on ${moment}. You have to log in again on all devices.`,
    'verification-question-recorded': ({ agency, moment }) =>
      `A verification question was recorded for your account at ${agency} on ${moment}.`,
    'second-factor-reset': ({ agency, moment }) =>
      `For your account at ${agency} all second factors were removed on ${moment}. With the next login you set up a new one.`,
    'totp-set-up': ({ agency, moment }) =>
      `For your account at ${agency} an app that shows codes was set up on ${moment}. Its codes are asked for when you log in.`,
    'totp-removed': ({ agency, moment }) =>
      `For your account at ${agency} the app that shows codes was removed on ${moment}. Its codes no longer count.`,
    'passkey-added': ({ agency, moment }) =>
      `A passkey was added to your account at ${agency} on ${moment}. It opens your account after your password.`,
    'passkey-removed': ({ agency, moment }) =>
      `A passkey of your account at ${agency} was removed on ${moment}. It no longer opens your account.`,
    'recovery-codes-renewed': ({ agency, moment }) =>
      `For your account at ${agency} new recovery codes were made on ${moment}. The old ones no longer count.`,
  },
  sms: ({ agency, code, time }) =>
    `${agency}: your code for a new password is ${code}, valid until ${time}. Give it to nobody.`,
  code: 'Your code',
  codeUntil: (moment) => `The code works once, until ${moment}.`,
  notAsked: (agency) =>
    `If it was not you, you need not do anything: without the code nothing changes. Give the code to nobody, not even to staff of ${agency}.`,
  askWithOne: 'Ask for the code once more, with the login name whose password you have forgotten.',
  moreLoginNames: (agency) =>
    `More accounts have this address. If yours is not among them, ask ${agency} for your login name.`,
  issuedUntil: ({ agency, moment }) =>
    `Log in with the login data that ${agency} gave you: they work once, until ${moment}. If they do not work any more, or if you do not have them, ask ${agency} for new ones.`,
  nothingChanged: 'If it was not you, you need not do anything: nothing has changed.',
  notYou: (agency) => `Was it not you? Then contact ${agency} at once.`,
};
