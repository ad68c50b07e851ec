import type { Translated } from './translated.ts';

/** Of kept selections and batches of messages. */
export const batches = {
  'Nothing was uploaded': {
    nl: 'Er is niets geüpload',
    de: 'Es wurde nichts hochgeladen',
    pl: 'Nic nie przesłano',
  },
  'The file is empty': {
    nl: 'Het bestand is leeg',
    de: 'Die Datei ist leer',
    pl: 'Plik jest pusty',
  },
  'The file is not in UTF-8: save it as CSV UTF-8': {
    nl: 'Het bestand is niet in UTF-8: sla het op als CSV UTF-8',
    de: 'Die Datei ist nicht in UTF-8: Speichern Sie sie als CSV UTF-8',
    pl: 'Plik nie jest w UTF-8: zapisz go jako CSV UTF-8',
  },
  'Line {line} can’t be read: look at its quotation marks': {
    nl: 'Regel {line} is niet te lezen: kijk naar de aanhalingstekens',
    de: 'Zeile {line} ist nicht zu lesen: Sehen Sie sich die Anführungszeichen an',
    pl: 'Nie można odczytać wiersza {line}: sprawdź cudzysłowy',
  },
  'The first line names the columns, and one of them is to: the number or the id of the recipient': {
    nl: 'De eerste regel noemt de kolommen, en één daarvan heet to: het nummer of het id van de ontvanger',
    de: 'Die erste Zeile nennt die Spalten, und eine davon heißt to: die Nummer oder die Id des Empfängers',
    pl: 'Pierwszy wiersz zawiera nazwy kolumn, a jedna z nich to to: numer albo identyfikator odbiorcy',
  },
  'At most {most} recipients in one batch': {
    nl: 'Hoogstens {most} ontvangers in één verzending',
    de: 'Höchstens {most} Empfänger in einer Sendung',
    pl: 'Najwięcej odbiorców w jednej wysyłce: {most}',
  },
  '{number} stands in line {line} already': {
    nl: '{number} staat al in regel {line}',
    de: '{number} steht schon in Zeile {line}',
    pl: '{number} jest już w wierszu {line}',
  },
  'Give an upload or a selection, and not both': {
    nl: 'Geef een upload of een selectie op, niet allebei',
    de: 'Geben Sie einen Upload oder eine Auswahl an, nicht beides',
    pl: 'Podaj przesłany plik albo wybór, nie oba',
  },
  'The id of an upload begins with upl_': {
    nl: 'Het id van een upload begint met upl_',
    de: 'Die Id eines Uploads beginnt mit upl_',
    pl: 'Identyfikator przesłanego pliku zaczyna się od upl_',
  },
  'Give skip or send': {
    nl: 'Kies skip of send',
    de: 'Geben Sie skip oder send an',
    pl: 'Podaj skip albo send',
  },
  'Give the id of an upload': {
    nl: 'Geef het id van een upload op',
    de: 'Geben Sie die Id eines Uploads an',
    pl: 'Podaj identyfikator przesłanego pliku',
  },
  'Give the id of a selection': {
    nl: 'Geef het id van een selectie op',
    de: 'Geben Sie die Id einer Auswahl an',
    pl: 'Podaj identyfikator wyboru',
  },
  'The id of a selection begins with sel_': {
    nl: 'Het id van een selectie begint met sel_',
    de: 'Die Id einer Auswahl beginnt mit sel_',
    pl: 'Identyfikator wyboru zaczyna się od sel_',
  },
  'It was made more than 24 hours ago: make it again': {
    nl: 'Deze verzending is meer dan 24 uur geleden gemaakt: maak haar opnieuw',
    de: 'Diese Sendung wurde vor mehr als 24 Stunden angelegt: Legen Sie sie neu an',
    pl: 'Tę wysyłkę utworzono ponad 24 godziny temu: utwórz ją ponownie',
  },
  'Nobody gets a message: each line says why': {
    nl: 'Niemand krijgt een bericht: elke regel zegt waarom',
    de: 'Niemand erhält eine Nachricht: Jede Zeile sagt, warum',
    pl: 'Nikt nie dostanie wiadomości: każdy wiersz podaje powód',
  },
  'All of its messages are done: there is nothing left to stop': {
    nl: 'Al haar berichten zijn klaar: er valt niets meer te stoppen',
    de: 'Alle ihre Nachrichten sind erledigt: Es gibt nichts mehr zu stoppen',
    pl: 'Wszystkie jej wiadomości są zakończone: nie ma już czego zatrzymywać',
  },
  'Name the records': {
    nl: 'Noem de gegevens',
    de: 'Nennen Sie die Einträge',
    pl: 'Podaj wpisy',
  },
  'At most 100 records in one request': {
    nl: 'Hoogstens 100 gegevens in één verzoek',
    de: 'Höchstens 100 Einträge in einer Anfrage',
    pl: 'Najwięcej 100 wpisów w jednym żądaniu',
  },
  'Give the id of a worker, contact, company or employee': {
    nl: 'Geef het id van een flexwerker, contactpersoon, relatie of medewerker op',
    de: 'Geben Sie die Id eines Zeitarbeiters, eines Kontakts, einer Firma oder eines Mitarbeiters an',
    pl: 'Podaj identyfikator pracownika, kontaktu, firmy albo pracownika biura',
  },
  'At most {most} selections: remove one that you no longer use': {
    nl: 'Hoogstens {most} selecties: verwijder er een die u niet meer gebruikt',
    de: 'Höchstens {most} Auswahlen: Entfernen Sie eine, die Sie nicht mehr brauchen',
    pl: 'Najwięcej wyborów: {most}; usuń taki, którego już nie używasz',
  },
  'At most {most} records in one selection': {
    nl: 'Hoogstens {most} gegevens in één selectie',
    de: 'Höchstens {most} Einträge in einer Auswahl',
    pl: 'Najwięcej wpisów w jednym wyborze: {most}',
  },
  'Give high, normal or low': {
    nl: 'Kies high, normal of low',
    de: 'Geben Sie high, normal oder low an',
    pl: 'Podaj high, normal albo low',
  },
} as const satisfies Record<string, Translated>;
