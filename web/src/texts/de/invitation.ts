import type { Catalogue } from '../catalogue.ts';

export const invitation: Catalogue<'de'>['invitation'] = {
  title: 'Sie sind eingeladen',
  intro: 'Für Sie wurde ein Konto angelegt. Gehen Sie weiter und wählen Sie Ihre Zugangsdaten.',
  open: 'Weiter',
  noLinkTitle: 'Öffnen Sie den Link in Ihrer E-Mail',
  noLink:
    'Diese Seite gehört zum Link in der E-Mail mit Ihrer Einladung. Öffnen Sie ihn noch einmal; er ist nicht verbraucht.',
  chooseTitle: 'Willkommen, {{name}}',
  chooseIntro: 'Wählen Sie den Benutzernamen und das Passwort für Ihr Konto bei {{agency}}.',
  submit: 'Diese Zugangsdaten behalten',
};
