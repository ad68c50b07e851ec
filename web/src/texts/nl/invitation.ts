import type { Catalogue } from '../catalogue.ts';

export const invitation: Catalogue<'nl'>['invitation'] = {
  title: 'U bent uitgenodigd',
  intro: 'Er is een account voor u gemaakt. Ga verder om uw inloggegevens te kiezen.',
  open: 'Verder',
  noLinkTitle: 'Open de link in uw e-mail',
  noLink:
    'Deze pagina hoort bij de link in de e-mail met uw uitnodiging. Open die link nog een keer; er is niets van verbruikt.',
  chooseTitle: 'Welkom, {{name}}',
  chooseIntro: 'Kies de gebruikersnaam en het wachtwoord voor uw account bij {{agency}}.',
  submit: 'Deze inloggegevens bewaren',
};
