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
    bounced: 'De e-mail komt niet aan: dit adres stuurt alles terug. Kies een ander adres.',
    complained: 'De ontvanger heeft e-mail van ons als ongewenst gemeld: er gaat niets meer naar dit adres.',
  },
  de: {
    sent: 'Es wurde eine E-Mail gesendet.',
    'no-address': 'Es kann keine Bestätigung gesendet werden: Es ist keine E-Mail-Adresse angegeben.',
    'not-confirmed': 'Die Aktion wurde nicht per E-Mail bestätigt.',
    'switched-off': 'Es wurde keine E-Mail gesendet: Das ist in den Einstellungen der Korrespondenz abgeschaltet.',
    'no-sender': 'Es wurde keine E-Mail gesendet: Für den Standort ist kein Absender eingerichtet.',
    bounced: 'Die E-Mail kommt nicht an: Diese Adresse weist alles zurück. Wählen Sie eine andere.',
    complained: 'Die Person hat E-Mails von uns als unerwünscht gemeldet: An diese Adresse geht nichts mehr.',
  },
  pl: {
    sent: 'Wysłano e-mail.',
    'no-address': 'Nie można wysłać potwierdzenia: nie podano adresu e-mail.',
    'not-confirmed': 'Działanie nie zostało potwierdzone e-mailem.',
    'switched-off': 'Nie wysłano e-maila: wysyłanie jest wyłączone w ustawieniach korespondencji.',
    'no-sender': 'Nie wysłano e-maila: dla oddziału nie ustawiono nadawcy.',
    bounced: 'E-mail nie dociera: ten adres odrzuca wszystkie wiadomości. Wybierz inny adres.',
    complained: 'Odbiorca zgłosił nasze e-maile jako niechciane: na ten adres nic już nie wysyłamy.',
  },
  en: {
    sent: 'A mail has been sent.',
    'no-address': 'No confirmation can be sent: there is no mail address.',
    'not-confirmed': 'The action was not confirmed by mail.',
    'switched-off': 'No mail was sent: that is switched off in the settings of correspondence.',
    'no-sender': 'No mail was sent: the branch has no mail sender set up.',
    bounced: 'The mail does not arrive: this address returns all of them. Choose another one.',
    complained: 'The reader called a mail of ours unwanted: nothing more goes to this address.',
  },
};
