import type { Translated } from './translated.ts';

/** Of messages. */
export const messaging = {
  'Give the number of the recipient': {
    nl: 'Vul het nummer van de ontvanger in',
    de: 'Geben Sie die Nummer des Empfängers an',
    pl: 'Podaj numer odbiorcy',
  },
  'Give the text of the message': {
    nl: 'Vul de tekst van het bericht in',
    de: 'Geben Sie den Text der Nachricht an',
    pl: 'Podaj tekst wiadomości',
  },
  'The text is empty': {
    nl: 'De tekst is leeg',
    de: 'Der Text ist leer',
    pl: 'Tekst jest pusty',
  },
  'The text holds half a character (a lone surrogate)': {
    nl: 'In de tekst staat een half teken (een los surrogaat)',
    de: 'Der Text enthält ein halbes Zeichen (ein einzelnes Surrogat)',
    pl: 'Tekst zawiera pół znaku (pojedynczy surogat)',
  },
  'The text has {parts} parts, {most} at most can be sent': {
    nl: 'De tekst heeft {parts} delen; er kunnen er hoogstens {most} worden verzonden',
    de: 'Der Text hat {parts} Teile; höchstens {most} können gesendet werden',
    pl: 'Liczba części tekstu: {parts}; największa możliwa: {most}',
  },
  'Give a mobile number, best as +31612345678': {
    nl: 'Geef een mobiel nummer op, het liefst als +31612345678',
    de: 'Geben Sie eine Mobilnummer an, am besten als +31612345678',
    pl: 'Podaj numer komórkowy, najlepiej jako +31612345678',
  },
  'Its prefix is not in the table of mobile prefixes (93001)': {
    nl: 'Het begin staat niet in de tabel van mobiele nummers (93001)',
    de: 'Die Vorwahl steht nicht in der Tabelle der Mobilvorwahlen (93001)',
    pl: 'Tego początku nie ma w tabeli numerów komórkowych (93001)',
  },
  'A sender name has 1 to 11 letters, digits and spaces, with a letter among them': {
    nl: 'Een afzendernaam heeft 1 tot 11 letters, cijfers en spaties, waaronder een letter',
    de: 'Ein Absendername hat 1 bis 11 Buchstaben, Ziffern und Leerzeichen, darunter einen Buchstaben',
    pl: 'Nazwa nadawcy ma od 1 do 11 liter, cyfr i spacji, w tym co najmniej jedną literę',
  },
  'Give the id of a worker, contact, company or employee': {
    nl: 'Geef het id van een flexwerker, contactpersoon, bedrijf of medewerker op',
    de: 'Geben Sie die Id einer Kraft, eines Kontakts, einer Firma oder eines Mitarbeiters an',
    pl: 'Podaj identyfikator pracownika tymczasowego, osoby kontaktowej, firmy lub pracownika biura',
  },
  'Give the id of an employee or an API token': {
    nl: 'Geef het id van een medewerker of een API-token op',
    de: 'Geben Sie die Id eines Mitarbeiters oder eines API-Tokens an',
    pl: 'Podaj identyfikator pracownika albo tokena API',
  },
  'A message id begins with msg_': {
    nl: 'Het id van een bericht begint met msg_',
    de: 'Die Id einer Nachricht beginnt mit msg_',
    pl: 'Identyfikator wiadomości zaczyna się od msg_',
  },
  'Name the messages': {
    nl: 'Noem de berichten',
    de: 'Nennen Sie die Nachrichten',
    pl: 'Podaj wiadomości',
  },
  'At most 100 messages in one request': {
    nl: 'Hoogstens 100 berichten in één verzoek',
    de: 'Höchstens 100 Nachrichten in einer Anfrage',
    pl: 'Najwięcej 100 wiadomości w jednym żądaniu',
  },
  'Name each message once': {
    nl: 'Noem elk bericht één keer',
    de: 'Nennen Sie jede Nachricht einmal',
    pl: 'Podaj każdą wiadomość jeden raz',
  },
  'Say sent or not-sent': {
    nl: 'Kies sent of not-sent',
    de: 'Geben Sie sent oder not-sent an',
    pl: 'Podaj sent albo not-sent',
  },
  'It is {state}': {
    nl: 'De status is {state}',
    de: 'Der Status ist {state}',
    pl: 'Status: {state}',
  },
  'Give a mobile prefix': {
    nl: 'Vul een nummerbegin in',
    de: 'Geben Sie eine Vorwahl an',
    pl: 'Podaj początek numeru',
  },
  'Give the list of prefixes': {
    nl: 'Geef de lijst met nummerbeginnen op',
    de: 'Geben Sie die Liste der Vorwahlen an',
    pl: 'Podaj listę początków numerów',
  },
  'At most 500 prefixes': {
    nl: 'Hoogstens 500 nummerbeginnen',
    de: 'Höchstens 500 Vorwahlen',
    pl: 'Najwięcej 500 początków numerów',
  },
  'Name each prefix once': {
    nl: 'Noem elk nummerbegin één keer',
    de: 'Nennen Sie jede Vorwahl einmal',
    pl: 'Podaj każdy początek jeden raz',
  },
  'A prefix begins with + and the country, and has 2 to 8 digits: +316': {
    nl: 'Een nummerbegin begint met + en het land en heeft 2 tot 8 cijfers: +316',
    de: 'Eine Vorwahl beginnt mit + und dem Land und hat 2 bis 8 Ziffern: +316',
    pl: 'Początek numeru zaczyna się od + i kraju i ma od 2 do 8 cyfr: +316',
  },
  'Give the text of the message, or a template': {
    nl: 'Vul de tekst van het bericht in, of een template',
    de: 'Geben Sie den Text der Nachricht an, oder eine Vorlage',
    pl: 'Podaj tekst wiadomości albo szablon',
  },
  'Give the id of a template of SMS': {
    nl: 'Geef het id van een sms-template op',
    de: 'Geben Sie die Id einer SMS-Vorlage an',
    pl: 'Podaj identyfikator szablonu SMS',
  },
  'The id of a message that came in begins with inb_': {
    nl: 'Het id van een ontvangen bericht begint met inb_',
    de: 'Die Id einer eingegangenen Nachricht beginnt mit inb_',
    pl: 'Identyfikator wiadomości przychodzącej zaczyna się od inb_',
  },
  'Say why, in a few words': {
    nl: 'Zeg in een paar woorden waarom',
    de: 'Sagen Sie in wenigen Worten, warum',
    pl: 'Podaj krótko powód',
  },
  'Give a number, or the id of a worker, contact, company or employee': {
    nl: 'Geef een nummer op, of het id van een flexwerker, contactpersoon, relatie of medewerker',
    de: 'Geben Sie eine Nummer an, oder die Id eines Zeitarbeiters, Kontakts, Unternehmens oder Mitarbeiters',
    pl: 'Podaj numer albo identyfikator pracownika tymczasowego, kontaktu, firmy lub pracownika',
  },
  'Say registered, or leave it out': {
    nl: 'Zeg registered, of laat het weg',
    de: 'Sagen Sie registered, oder lassen Sie es weg',
    pl: 'Podaj registered albo pomiń to pole',
  },
  'Give the id of a thread': {
    nl: 'Geef het id van een gesprek op',
    de: 'Geben Sie die Id eines Gesprächs an',
    pl: 'Podaj identyfikator rozmowy',
  },
  'The id of a thread begins with thr_': {
    nl: 'Het id van een gesprek begint met thr_',
    de: 'Die Id eines Gesprächs beginnt mit thr_',
    pl: 'Identyfikator rozmowy zaczyna się od thr_',
  },
  'Give the id of a batch': {
    nl: 'Geef het id van een verzending op',
    de: 'Geben Sie die Id einer Sendung an',
    pl: 'Podaj identyfikator wysyłki',
  },
  'The id of a batch begins with bat_': {
    nl: 'Het id van een verzending begint met bat_',
    de: 'Die Id einer Sendung beginnt mit bat_',
    pl: 'Identyfikator wysyłki zaczyna się od bat_',
  },
  'The id of a template of SMS begins with mtp_': {
    nl: 'Het id van een sms-template begint met mtp_',
    de: 'Die Id einer SMS-Vorlage beginnt mit mtp_',
    pl: 'Identyfikator szablonu SMS zaczyna się od mtp_',
  },
  'Give a sender name': {
    nl: 'Vul een afzendernaam in',
    de: 'Geben Sie einen Absendernamen an',
    pl: 'Podaj nazwę nadawcy',
  },
  'Give worker, contact, company or employee': {
    nl: 'Kies worker, contact, company of employee',
    de: 'Geben Sie worker, contact, company oder employee an',
    pl: 'Podaj worker, contact, company albo employee',
  },
  'Give operational or marketing': {
    nl: 'Kies operational of marketing',
    de: 'Geben Sie operational oder marketing an',
    pl: 'Podaj operational albo marketing',
  },
  'Give the text': {
    nl: 'Vul de tekst in',
    de: 'Geben Sie den Text an',
    pl: 'Podaj tekst',
  },
  'Give a sender name: every SMS shows it': {
    nl: 'Vul een afzendernaam in: elke sms toont die',
    de: 'Geben Sie einen Absendernamen an: Jede SMS zeigt ihn',
    pl: 'Podaj nazwę nadawcy: pokazuje ją każdy SMS',
  },
  'Give the id of a role, or leave it out': {
    nl: 'Geef het id van een rol op, of laat het weg',
    de: 'Geben Sie die Id einer Rolle an, oder lassen Sie sie weg',
    pl: 'Podaj identyfikator roli albo pomiń go',
  },
  'Give line or sender': {
    nl: 'Kies line of sender',
    de: 'Geben Sie line oder sender an',
    pl: 'Podaj line albo sender',
  },
  'Leave it out if there is none': {
    nl: 'Laat het weg als er geen is',
    de: 'Lassen Sie es weg, wenn es keines gibt',
    pl: 'Pomiń, jeśli nie ma',
  },
  'Give an address that begins with https://': {
    nl: 'Geef een adres op dat met https:// begint',
    de: 'Geben Sie eine Adresse an, die mit https:// beginnt',
    pl: 'Podaj adres, który zaczyna się od https://',
  },
  'Give the version of the text that you accept': {
    nl: 'Geef de versie op van de tekst die u accepteert',
    de: 'Geben Sie die Fassung des Textes an, den Sie annehmen',
    pl: 'Podaj wersję tekstu, który akceptujesz',
  },
  'The text has changed: show version {version} and ask again': {
    nl: 'De tekst is gewijzigd: toon versie {version} en vraag opnieuw',
    de: 'Der Text hat sich geändert: Zeigen Sie Fassung {version} und fragen Sie noch einmal',
    pl: 'Tekst się zmienił: pokaż wersję {version} i zapytaj ponownie',
  },
  'It has {parts} parts before its fields are filled in, {most} at most are wanted': {
    nl: 'De tekst heeft {parts} delen voordat de velden zijn ingevuld; gewenst zijn er hoogstens {most}',
    de: 'Der Text hat {parts} Teile, bevor seine Felder ausgefüllt sind; gewünscht sind höchstens {most}',
    pl: 'Liczba części przed wypełnieniem pól: {parts}; największa oczekiwana: {most}',
  },
  'Nothing is recorded for {fields}': {
    nl: 'Er is niets vastgelegd voor {fields}',
    de: 'Für {fields} ist nichts erfasst',
    pl: 'Nic nie zapisano dla {fields}',
  },
  'It is {name}': {
    nl: 'De naam is {name}',
    de: 'Der Name ist {name}',
    pl: 'Nazwa to {name}',
  },
  'With what stands under it the text has {parts} parts, {most} at most can be sent': {
    nl: 'Met wat eronder staat heeft de tekst {parts} delen; er kunnen er hoogstens {most} worden verzonden',
    de: 'Mit dem, was darunter steht, hat der Text {parts} Teile; höchstens {most} können gesendet werden',
    pl: 'Liczba części tekstu z tym, co stoi pod nim: {parts}; największa możliwa: {most}',
  },
  '{number} is no telephone number': {
    nl: '{number} is geen telefoonnummer',
    de: '{number} ist keine Telefonnummer',
    pl: '{number} nie jest numerem telefonu',
  },
  '{number} is no mobile number': {
    nl: '{number} is geen mobiel nummer',
    de: '{number} ist keine Mobilnummer',
    pl: '{number} nie jest numerem komórkowym',
  },
  'All its numbers are marked private': {
    nl: 'Alle nummers zijn als privé gemarkeerd',
    de: 'Alle Nummern sind als privat markiert',
    pl: 'Wszystkie numery są oznaczone jako prywatne',
  },
  'It has no telephone number': {
    nl: 'Er is geen telefoonnummer',
    de: 'Es gibt keine Telefonnummer',
    pl: 'Nie ma numeru telefonu',
  },
  'This template takes its fields from a {kind}: give the id of one': {
    nl: 'Deze template haalt zijn velden uit een {kind}: geef daarvan een id op',
    de: 'Diese Vorlage nimmt ihre Felder aus {kind}: Geben Sie davon eine Id an',
    pl: 'Ten szablon bierze pola z: {kind}; podaj identyfikator takiego zapisu',
  },
  'Say one of modem, websms, smsapi': {
    nl: 'Kies modem, websms of smsapi',
    de: 'Geben Sie modem, websms oder smsapi an',
    pl: 'Podaj modem, websms albo smsapi',
  },
  'Name one route at least': {
    nl: 'Noem minstens één route',
    de: 'Nennen Sie mindestens einen Weg',
    pl: 'Podaj co najmniej jedną drogę',
  },
  'Name each route once': {
    nl: 'Noem elke route één keer',
    de: 'Nennen Sie jeden Weg einmal',
    pl: 'Podaj każdą drogę jeden raz',
  },
  'Name routes out of modem, websms, smsapi': {
    nl: 'Noem routes uit modem, websms, smsapi',
    de: 'Nennen Sie Wege aus modem, websms, smsapi',
    pl: 'Podaj drogi spośród modem, websms, smsapi',
  },
  'A message for a modem takes the route modem': {
    nl: 'Een bericht voor een modem neemt de route modem',
    de: 'Eine Nachricht für ein Modem nimmt den Weg modem',
    pl: 'Wiadomość dla modemu idzie drogą modem',
  },
  'No account of {provider} is set up': {
    nl: 'Er is geen account van {provider} ingesteld',
    de: 'Es ist kein Konto bei {provider} eingerichtet',
    pl: 'Nie skonfigurowano konta {provider}',
  },
} as const satisfies Record<string, Translated>;
