import type { AccountMailTexts } from './index.ts';

export const de: AccountMailTexts = {
  subject: {
    'recovery-code': (agency) => `Code für ein neues Passwort bei ${agency}`,
    'mail-address-code': (agency) => `Code für Ihre neue E-Mail-Adresse bei ${agency}`,
    'login-names': (agency) => `Ihre Benutzernamen bei ${agency}`,
    'issued-login-data': (agency) => `Ihre Zugangsdaten bei ${agency}`,
    'password-changed': (agency) => `Das Passwort Ihres Kontos bei ${agency} wurde geändert`,
    'mail-address-changed': (agency) => `Die E-Mail-Adresse Ihres Kontos bei ${agency} wurde geändert`,
    'phones-changed': (agency) => `Die Telefonnummern Ihres Kontos bei ${agency} wurden geändert`,
    'password-recovered': (agency) => `Das Passwort Ihres Kontos bei ${agency} wurde geändert`,
    'verification-question-recorded': (agency) => `Die Sicherheitsfrage Ihres Kontos bei ${agency} wurde hinterlegt`,
    'second-factor-reset': (agency) => `Der zweite Faktor Ihres Kontos bei ${agency} wurde entfernt`,
    'totp-set-up': (agency) => `Für Ihr Konto bei ${agency} wurde eine App eingerichtet`,
    'totp-removed': (agency) => `Die App Ihres Kontos bei ${agency} wurde entfernt`,
    'passkey-added': (agency) => `Ihrem Konto bei ${agency} wurde ein Passkey hinzugefügt`,
    'passkey-removed': (agency) => `Ein Passkey Ihres Kontos bei ${agency} wurde entfernt`,
    'recovery-codes-renewed': (agency) => `Neue Wiederherstellungscodes für Ihr Konto bei ${agency}`,
  },
  opening: {
    'recovery-code': (agency) => `Für Ihr Konto bei ${agency} wurde ein neues Passwort angefordert.`,
    'mail-address-code': (agency) => `Für Ihr Konto bei ${agency} wurde diese E-Mail-Adresse angegeben.`,
    'login-names': (agency) =>
      `Mit dieser E-Mail-Adresse wurde bei ${agency} ein neues Passwort angefordert. Sie gehört zu diesen Benutzernamen:`,
    'issued-login-data': (agency) =>
      `Für Ihr Konto bei ${agency} wurde ein neues Passwort angefordert. Sie haben noch keine eigenen Zugangsdaten gewählt.`,
    'password-changed': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurde am ${moment} ein anderes Passwort gewählt. Auf anderen Geräten müssen Sie sich neu anmelden.`,
    'mail-address-changed': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurde am ${moment} die E-Mail-Adresse geändert. Diese Nachricht geht an die alte und an die neue Adresse.`,
    'phones-changed': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurden am ${moment} die Telefonnummern geändert.`,
    'password-recovered': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurde am ${moment} mit einem Code ein neues Passwort gewählt. Auf allen Geräten müssen Sie sich neu anmelden.`,
    'verification-question-recorded': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurde am ${moment} eine Sicherheitsfrage hinterlegt.`,
    'second-factor-reset': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurden am ${moment} alle zweiten Faktoren entfernt. Bei der nächsten Anmeldung richten Sie einen neuen ein.`,
    'totp-set-up': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurde am ${moment} eine App eingerichtet, die Codes zeigt. Bei der Anmeldung fragen wir nach einem Code dieser App.`,
    'totp-removed': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurde am ${moment} die App entfernt, die Codes zeigt. Ihre Codes gelten nicht mehr.`,
    'passkey-added': ({ agency, moment }) =>
      `Ihrem Konto bei ${agency} wurde am ${moment} ein Passkey hinzugefügt. Nach Ihrem Passwort öffnet er Ihr Konto.`,
    'passkey-removed': ({ agency, moment }) =>
      `Von Ihrem Konto bei ${agency} wurde am ${moment} ein Passkey entfernt. Er öffnet Ihr Konto nicht mehr.`,
    'recovery-codes-renewed': ({ agency, moment }) =>
      `Für Ihr Konto bei ${agency} wurden am ${moment} neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.`,
  },
  sms: ({ agency, code, time }) =>
    `${agency}: Ihr Code für ein neues Passwort ist ${code}, gültig bis ${time}. Geben Sie ihn niemandem.`,
  code: 'Ihr Code',
  codeUntil: (moment) => `Der Code gilt einmal, bis ${moment}.`,
  notAsked: (agency) =>
    `Haben Sie das nicht angefordert, müssen Sie nichts tun: Ohne den Code ändert sich nichts. Geben Sie den Code niemandem, auch nicht Mitarbeitern von ${agency}.`,
  askWithOne: 'Fordern Sie den Code noch einmal an, mit dem Benutzernamen, dessen Passwort Sie vergessen haben.',
  moreLoginNames: (agency) =>
    `Es gibt weitere Konten mit dieser Adresse. Ist Ihres nicht dabei, fragen Sie bitte ${agency} nach Ihrem Benutzernamen.`,
  issuedUntil: ({ agency, moment }) =>
    `Melden Sie sich mit den Zugangsdaten an, die Sie von ${agency} bekommen haben: Sie gelten einmal, bis ${moment}. Gelten sie nicht mehr, oder haben Sie sie nicht, bitten Sie ${agency} um neue.`,
  nothingChanged: 'Haben Sie das nicht angefordert, müssen Sie nichts tun: Es hat sich nichts geändert.',
  notYou: (agency) => `Waren Sie das nicht? Wenden Sie sich bitte sofort an ${agency}.`,
};
