import type { PortalMailTexts } from './index.ts';

export const de: PortalMailTexts = {
  locale: 'de-DE',
  subject: {
    enabled: ({ agency }) => `Ihr Konto bei ${agency} ist freigeschaltet`,
    disabled: ({ agency }) => `Ihr Konto bei ${agency} ist aufgehoben`,
    'new-login-data': ({ agency }) => `Neue Zugangsdaten für Ihr Konto bei ${agency}`,
    blocked: ({ agency }) => `Der Zugang zu Ihrem Konto bei ${agency} ist gesperrt`,
    granted: ({ agency }) => `Ihr Konto bei ${agency} ist wieder zugänglich`,
  },
  opening: {
    enabled: ({ agency, date }) =>
      `Ihr Konto bei ${agency} ist ab ${date} freigeschaltet und gibt Ihnen Zugang zu Ihren Daten. Ihre Zugangsdaten lauten:`,
    disabled: ({ agency, date }) => `Ihr Konto bei ${agency} ist ab ${date} aufgehoben.`,
    'new-login-data': ({ agency, date }) => `Für Ihr Konto bei ${agency} gelten ab ${date} neue Zugangsdaten.`,
    blocked: ({ agency, date }) => `Der Zugang zu Ihrem Konto bei ${agency} ist ab ${date} gesperrt.`,
    granted: ({ agency, date }) =>
      `Ihr Konto bei ${agency} ist ab ${date} wieder zugänglich, mit Ihrem bisherigen Benutzernamen und Passwort.`,
  },
  loginName: 'Benutzername',
  password: 'Passwort',
  website: (address) => `Sie können sich anmelden unter: ${address}`,
  changeBoth: 'Gleich nach der Anmeldung müssen Sie den Benutzernamen und das Passwort durch eigene ersetzen.',
  validUntil: (moment) => `Sie können sich damit bis ${moment} anmelden.`,
  questions: ({ agency, accountManager, contactAddress }) =>
    `Bei Fragen wenden Sie sich bitte an Ihre Betreuung${accountManager ? `, ${accountManager},` : ''} bei ${agency}` +
    `${contactAddress ? ` oder schreiben Sie an ${contactAddress}` : ''}.`,
};
