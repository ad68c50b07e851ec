import type { Catalogue } from '../catalogue.ts';

export const loginData: Catalogue<'de'>['loginData'] = {
  loginName: 'Ihr Benutzername',
  password: 'Ihr Passwort',
  passwordAgain: 'Ihr Passwort noch einmal',
  nameRules: 'Bedingungen:',
  nameLength: '3 bis 100 Zeichen',
  nameNoSpaces: 'keine Leerzeichen',
  nameNotIssued: 'nicht der, den Sie erhalten haben',
  nameNotPrefix: 'beginnt nicht mit {{prefix}}',
  nameTaken: 'Dieser Benutzername ist vergeben. Wählen Sie einen anderen.',
  passwordRules: 'Bedingungen:',
  passwordLength: 'mindestens {{least}} Zeichen: einige Wörter merken Sie sich leicht',
  passwordNotLoginName: 'nicht Ihr Benutzername',
  passwordSame: 'beide Male gleich',
  passwordHint: 'Passwörter, die viele benutzen, und Reihen wie 123456 werden abgelehnt.',
  ruleMissing: 'Noch nicht erfüllt: {{rule}}',
};
