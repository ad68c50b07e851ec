import type { Catalogue } from '../catalogue.ts';

export const secondFactor: Catalogue<'de'>['secondFactor'] = {
  codeTitle: 'Code Ihrer App eingeben',
  codeIntro: 'Öffnen Sie die App, die Ihre Codes zeigt. Einer Ihrer Wiederherstellungscodes gilt auch.',
  code: 'Code',
  codeMissing: 'Geben Sie den Code ein',
  codeSubmit: 'Weiter',
  setUpTitle: 'Schützen Sie Ihre Anmeldung',
  setUpIntro:
    'Ihre Agentur verlangt von ihren Mitarbeitern einen zweiten Faktor: eine App auf Ihrem Telefon, die Codes zeigt, etwa Aegis, 2FAS oder Google Authenticator.',
  begin: 'App einrichten',
  scanTitle: 'Verbinden Sie Ihre App',
  scan: 'Scannen Sie dieses Bild mit der App, oder tippen Sie den Schlüssel ab. Geben Sie dann den Code ein, den die App zeigt.',
  image: 'QR-Code für Ihre App',
  key: 'Schlüssel: {{secret}}',
  confirm: 'App verbinden',
  keepTitle: 'Bewahren Sie Ihre Wiederherstellungscodes auf',
  keep: 'Jeder öffnet Ihr Konto einmal, wenn Sie Ihr Telefon nicht haben. Sie sehen sie nur jetzt: Drucken Sie sie, oder bewahren Sie sie im Passwortmanager auf.',
  kept: 'Ich habe sie aufbewahrt',
  ownTitle: 'Ihr zweiter Faktor',
  hasApp: 'Eine App auf Ihrem Telefon zeigt Ihre Codes.',
  noApp: 'Es ist keine App eingerichtet.',
  removeApp: 'App trennen',
  appRemoved: 'Die App ist getrennt.',
  codesLeft_one: 'Sie haben noch {{count}} Wiederherstellungscode.',
  codesLeft_other: 'Sie haben noch {{count}} Wiederherstellungscodes.',
  newCodes: 'Neue Wiederherstellungscodes erstellen',
};
