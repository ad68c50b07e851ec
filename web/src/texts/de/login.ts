import type { Catalogue } from '../catalogue.ts';

export const login: Catalogue<'de'>['login'] = {
  title: 'Anmelden',
  agency: 'Kurzname Ihrer Agentur',
  agencyHint: 'Unbekannt? Fragen Sie Ihre Agentur.',
  otherAgency: 'Andere Agentur?',
  loginName: 'Benutzername',
  password: 'Passwort',
  submit: 'Anmelden',
  agencyMissing: 'Geben Sie den Kurznamen Ihrer Agentur ein',
  loginNameMissing: 'Geben Sie Ihren Benutzernamen ein',
  passwordMissing: 'Geben Sie Ihr Passwort ein',
  sessionOver: 'Sie wurden abgemeldet',
  sessionOverAction:
    'Zur Sicherheit endet eine Anmeldung, die eine halbe Stunde nicht benutzt wird. Melden Sie sich neu an.',
  loggedOut: 'Sie sind abgemeldet.',
  forgotten: 'Zugangsdaten vergessen?',
};
