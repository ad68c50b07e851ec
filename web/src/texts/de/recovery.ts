import type { Catalogue } from '../catalogue.ts';

export const recovery: Catalogue<'de'>['recovery'] = {
  title: 'Zugangsdaten vergessen',
  intro:
    'Sagen Sie uns, wer Sie sind. Kennen wir Sie, senden wir Ihnen einen Code, mit dem Sie ein neues Passwort wählen.',
  account: 'Benutzername oder E-Mail-Adresse',
  accountMissing: 'Geben Sie Ihren Benutzernamen oder Ihre E-Mail-Adresse ein',
  channel: 'Code senden per',
  mail: 'E-Mail',
  sms: 'SMS',
  send: 'Code senden',
  codeTitle: 'Code eingeben',
  codeIntro: 'Gibt es diesen Zugang, ist ein Code aus 8 Ziffern unterwegs. Er gilt 10 Minuten.',
  code: 'Code',
  codeMissing: 'Geben Sie die 8 Ziffern des Codes ein',
  codeSubmit: 'Weiter',
  codeAgain: 'Kein Code? Neu anfordern',
  questionTitle: 'Ihre Frage',
  questionIntro: 'Beantworten Sie die Frage, die Ihre Agentur mit Ihnen festgehalten hat.',
  answer: 'Ihre Antwort',
  answerMissing: 'Geben Sie die Antwort ein',
  answerSubmit: 'Weiter',
  answerWrong_one: 'Diese Antwort stimmt nicht. Sie haben noch {{count}} Versuch.',
  answerWrong_other: 'Diese Antwort stimmt nicht. Sie haben noch {{count}} Versuche.',
  noTries: 'Diese Antwort stimmt nicht',
  noTriesAction:
    'In den nächsten 24 Stunden wird keine Antwort mehr geprüft. Bitten Sie Ihre Agentur um neue Zugangsdaten.',
  passwordTitle: 'Neues Passwort wählen',
  passwordIntro:
    'Dies wird das Passwort von {{loginName}}. Danach sind Sie überall abgemeldet und melden sich mit dem neuen Passwort an.',
  passwordSubmit: 'Dieses Passwort behalten',
  doneTitle: 'Ihr Passwort ist geändert',
  doneIntro: 'Melden Sie sich mit dem Benutzernamen {{loginName}} und dem neuen Passwort an.',
  toLogin: 'Zur Anmeldung',
};
