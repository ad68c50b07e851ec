import type { Catalogue } from '../catalogue.ts';

export const passkeys: Catalogue<'de'>['passkeys'] = {
  title: 'Ihre Passkeys',
  intro: 'Nach Ihrem Passwort öffnet ein Passkey Ihr Konto mit Fingerabdruck, Gesicht oder einer PIN.',
  orTitle: 'Oder ein Passkey',
  name: 'Name des Passkeys',
  nameHint: 'Damit Sie ihn wiedererkennen: „Mein Telefon“.',
  nameMissing: 'Geben Sie dem Passkey einen Namen',
  add: 'Passkey hinzufügen',
  use: 'Passkey verwenden',
  remove: 'Entfernen',
  removeOf: 'Den Passkey {{name}} entfernen',
  removed: 'Der Passkey ist entfernt.',
  confirm: 'Geben Sie Ihr Passwort noch einmal ein, denn Ihre Anmeldung wird geändert.',
  goOn: 'Weiter',
  notDone: 'Der Browser gab keinen Passkey',
  notDoneAction: 'Es wurde abgebrochen, dauerte zu lange, oder dieses Gerät hat keinen: Versuchen Sie es noch einmal.',
  known: 'Dieses Gerät hat schon einen Passkey für Ihr Konto.',
};
