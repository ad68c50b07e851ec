import type { Catalogue } from '../catalogue.ts';

export const firstLogin: Catalogue<'de'>['firstLogin'] = {
  title: 'Wählen Sie eigene Zugangsdaten',
  intro:
    'Das ist Ihre erste Anmeldung. Wählen Sie einen Benutzernamen und ein Passwort, die nur Sie kennen; danach geht alles Weitere.',
  submit: 'Diese Zugangsdaten behalten',
};
