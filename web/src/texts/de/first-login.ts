import type { Catalogue } from '../catalogue.ts';

export const firstLogin: Catalogue<'de'>['firstLogin'] = {
  title: 'Wählen Sie eigene Zugangsdaten',
  intro:
    'Das ist Ihre erste Anmeldung. Wählen Sie einen Anmeldenamen und ein Passwort, die nur Sie kennen; danach geht alles Weitere.',
  loginName: 'Ihr Anmeldename',
  password: 'Ihr Passwort',
  passwordAgain: 'Ihr Passwort noch einmal',
  submit: 'Diese Zugangsdaten behalten',
  nameRules: 'Ihr Anmeldename:',
  nameLength: '3 bis 100 Zeichen',
  nameNoSpaces: 'keine Leerzeichen',
  nameNotIssued: 'nicht der, den Sie erhalten haben',
  nameNotPrefix: 'beginnt nicht mit {{prefix}}',
  nameTaken: 'Dieser Anmeldename ist vergeben. Wählen Sie einen anderen.',
  passwordRules: 'Ihr Passwort:',
  passwordLength: 'mindestens {{least}} Zeichen: einige Wörter merken Sie sich leicht',
  passwordNotLoginName: 'nicht Ihr Anmeldename',
  passwordSame: 'beide Male gleich',
  passwordTooLong: 'Dieses Passwort ist zu lang. Wählen Sie ein kürzeres.',
  passwordIssued: 'Wählen Sie ein anderes Passwort als das, das Sie erhalten haben.',
  passwordRefused: 'Dieses Passwort ist zu leicht zu erraten. Wählen Sie ein anderes.',
  nameRefused: 'Dieser Anmeldename kann nicht verwendet werden. Wählen Sie einen anderen.',
  ruleMissing: 'Noch nicht erfüllt: {{rule}}',
  changedBefore: 'Sie haben schon eigene Zugangsdaten gewählt. Melden Sie sich damit an.',
};
