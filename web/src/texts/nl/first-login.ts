import type { Catalogue } from '../catalogue.ts';

export const firstLogin: Catalogue<'nl'>['firstLogin'] = {
  title: 'Kies uw eigen inloggegevens',
  intro:
    'Dit is uw eerste login. Kies een gebruikersnaam en een wachtwoord die alleen u kent; daarna werkt al het andere ook.',
  submit: 'Deze inloggegevens bewaren',
};
