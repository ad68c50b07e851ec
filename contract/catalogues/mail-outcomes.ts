import type { MailOutcome } from '../mail-outcomes.ts';
import type { Language } from './index.ts';

/** What became of a mail, for the employee who acted. */
export const mailOutcomes: Readonly<Record<Language, Readonly<Record<MailOutcome, string>>>> = {
  nl: {
    sent: 'Er is een e-mail verstuurd.',
    'no-address': 'Er kan geen bevestiging worden verstuurd: er is geen e-mailadres ingegeven.',
    'not-confirmed': 'Actie is niet via e-mail bevestigd.',
    'switched-off': 'Er is geen e-mail verstuurd: dat staat uit bij Bedrijfsinstellingen > Correspondentie.',
    'no-sender': 'Er is geen e-mail verstuurd: het SMTP serveradres (de afzender) van de locatie is niet vastgelegd.',
  },
  de: {
    sent: 'Es wurde eine E-Mail gesendet.',
    'no-address': 'Es kann keine Bestätigung gesendet werden: Es ist keine E-Mail-Adresse angegeben.',
    'not-confirmed': 'Die Aktion wurde nicht per E-Mail bestätigt.',
    'switched-off': 'Es wurde keine E-Mail gesendet: Das ist in den Einstellungen der Korrespondenz abgeschaltet.',
    'no-sender': 'Es wurde keine E-Mail gesendet: Für den Standort ist kein Absender eingerichtet.',
  },
  pl: {
    sent: 'Wysłano e-mail.',
    'no-address': 'Nie można wysłać potwierdzenia: nie podano adresu e-mail.',
    'not-confirmed': 'Działanie nie zostało potwierdzone e-mailem.',
    'switched-off': 'Nie wysłano e-maila: wysyłanie jest wyłączone w ustawieniach korespondencji.',
    'no-sender': 'Nie wysłano e-maila: dla oddziału nie ustawiono nadawcy.',
  },
  en: {
    sent: 'A mail has been sent.',
    'no-address': 'No confirmation can be sent: there is no mail address.',
    'not-confirmed': 'The action was not confirmed by mail.',
    'switched-off': 'No mail was sent: that is switched off in the settings of correspondence.',
    'no-sender': 'No mail was sent: the branch has no mail sender set up.',
  },
};
