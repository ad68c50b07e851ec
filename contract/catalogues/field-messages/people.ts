import type { Translated } from './translated.ts';

/** Of workers, contacts, companies and placements. */
export const people = {
  'Give a phone number': {
    nl: 'Vul een telefoonnummer in',
    de: 'Geben Sie eine Telefonnummer an',
    pl: 'Podaj numer telefonu',
  },
  'Give 10 numbers at most': {
    nl: 'Geef hoogstens 10 nummers op',
    de: 'Geben Sie höchstens 10 Nummern an',
    pl: 'Maksymalna liczba numerów: 10',
  },
  'Give 10 addresses at most': {
    nl: 'Geef hoogstens 10 adressen op',
    de: 'Geben Sie höchstens 10 Adressen an',
    pl: 'Maksymalna liczba adresów: 10',
  },
  'Give each address once': {
    nl: 'Geef elk adres één keer op',
    de: 'Geben Sie jede Adresse einmal an',
    pl: 'Podaj każdy adres jeden raz',
  },
  'Give the given name': {
    nl: 'Vul de voornaam in',
    de: 'Geben Sie den Vornamen an',
    pl: 'Podaj imię',
  },
  'Give the part between the names': {
    nl: 'Vul het tussenvoegsel in',
    de: 'Geben Sie den Namenszusatz an',
    pl: 'Podaj część między imieniem a nazwiskiem',
  },
  'Give the family name': {
    nl: 'Vul de achternaam in',
    de: 'Geben Sie den Nachnamen an',
    pl: 'Podaj nazwisko',
  },
  'Give a date': {
    nl: 'Vul een datum in',
    de: 'Geben Sie ein Datum an',
    pl: 'Podaj datę',
  },
  'Give a date as 1990-12-31': {
    nl: 'Schrijf een datum als 1990-12-31',
    de: 'Schreiben Sie ein Datum als 1990-12-31',
    pl: 'Podaj datę w postaci 1990-12-31',
  },
  'Give the place of birth': {
    nl: 'Vul de geboorteplaats in',
    de: 'Geben Sie den Geburtsort an',
    pl: 'Podaj miejsce urodzenia',
  },
  'Give a country': {
    nl: 'Vul een land in',
    de: 'Geben Sie ein Land an',
    pl: 'Podaj kraj',
  },
  'Give a country by its two capital letters, such as NL': {
    nl: 'Geef een land op met zijn twee hoofdletters, zoals NL',
    de: 'Geben Sie ein Land mit seinen zwei Großbuchstaben an, etwa NL',
    pl: 'Podaj kraj dwiema wielkimi literami, na przykład NL',
  },
  'Give one of the kinds of marital status': {
    nl: 'Kies een van de soorten burgerlijke staat',
    de: 'Geben Sie einen der Familienstände an',
    pl: 'Podaj jeden z rodzajów stanu cywilnego',
  },
  'Give an IBAN': {
    nl: 'Vul een IBAN in',
    de: 'Geben Sie eine IBAN an',
    pl: 'Podaj numer IBAN',
  },
  'This is no IBAN: its check digits do not fit': {
    nl: 'Dit is geen IBAN: de controlecijfers kloppen niet',
    de: 'Das ist keine IBAN: Die Prüfziffern stimmen nicht',
    pl: 'To nie jest IBAN: cyfry kontrolne się nie zgadzają',
  },
  'Give passport, identity-card or residence-permit': {
    nl: 'Kies passport, identity-card of residence-permit',
    de: 'Geben Sie passport, identity-card oder residence-permit an',
    pl: 'Podaj passport, identity-card albo residence-permit',
  },
  'Give the number of the document': {
    nl: 'Vul het nummer van het document in',
    de: 'Geben Sie die Nummer des Dokuments an',
    pl: 'Podaj numer dokumentu',
  },
  'Give 5 addresses at most': {
    nl: 'Geef hoogstens 5 adressen op',
    de: 'Geben Sie höchstens 5 Adressen an',
    pl: 'Maksymalna liczba adresów: 5',
  },
  'Give home, post or visit': {
    nl: 'Kies home, post of visit',
    de: 'Geben Sie home, post oder visit an',
    pl: 'Podaj home, post albo visit',
  },
  'Give the street': {
    nl: 'Vul de straat in',
    de: 'Geben Sie die Straße an',
    pl: 'Podaj ulicę',
  },
  'Give the house number': {
    nl: 'Vul het huisnummer in',
    de: 'Geben Sie die Hausnummer an',
    pl: 'Podaj numer domu',
  },
  'Give the postal code': {
    nl: 'Vul de postcode in',
    de: 'Geben Sie die Postleitzahl an',
    pl: 'Podaj kod pocztowy',
  },
  'Give the city': {
    nl: 'Vul de plaats in',
    de: 'Geben Sie den Ort an',
    pl: 'Podaj miejscowość',
  },
  'Give 50 links at most': {
    nl: 'Geef hoogstens 50 koppelingen op',
    de: 'Geben Sie höchstens 50 Verknüpfungen an',
    pl: 'Maksymalna liczba powiązań: 50',
  },
  'Give the operating company': {
    nl: 'Vul de werkmaatschappij in',
    de: 'Geben Sie den Mandanten an',
    pl: 'Podaj spółkę operacyjną',
  },
  'Give the name of the package': {
    nl: 'Vul de pakketnaam in',
    de: 'Geben Sie den Namen des Pakets an',
    pl: 'Podaj nazwę pakietu',
  },
  'Give the id of a worker': {
    nl: 'Geef het id van een flexwerker op',
    de: 'Geben Sie die Id einer Kraft an',
    pl: 'Podaj identyfikator pracownika tymczasowego',
  },
  'The id of a worker begins with wrk_': {
    nl: 'Het id van een flexwerker begint met wrk_',
    de: 'Die Id einer Kraft beginnt mit wrk_',
    pl: 'Identyfikator pracownika tymczasowego zaczyna się od wrk_',
  },
  'Give the id of a company': {
    nl: 'Geef het id van een bedrijf op',
    de: 'Geben Sie die Id einer Firma an',
    pl: 'Podaj identyfikator firmy',
  },
  'The id of a company begins with com_': {
    nl: 'Het id van een bedrijf begint met com_',
    de: 'Die Id einer Firma beginnt mit com_',
    pl: 'Identyfikator firmy zaczyna się od com_',
  },
  'Give the name of the company': {
    nl: 'Vul de naam van het bedrijf in',
    de: 'Geben Sie den Namen der Firma an',
    pl: 'Podaj nazwę firmy',
  },
  'A KvK number has 8 digits, leading zeros among them': {
    nl: 'Een KvK-nummer heeft 8 cijfers, met de nullen vooraan',
    de: 'Eine KvK-Nummer hat 8 Ziffern, mit führenden Nullen',
    pl: 'Numer KvK ma 8 cyfr, z zerami na początku',
  },
  'Give what the person does': {
    nl: 'Vul in wat deze persoon doet',
    de: 'Geben Sie an, was die Person tut',
    pl: 'Podaj, czym zajmuje się ta osoba',
  },
  'Give the function': {
    nl: 'Vul de functie in',
    de: 'Geben Sie die Tätigkeit an',
    pl: 'Podaj stanowisko',
  },
  'A placement ends on its first day at the earliest': {
    nl: 'Een plaatsing eindigt op zijn vroegst op de eerste dag',
    de: 'Ein Einsatz endet frühestens an seinem ersten Tag',
    pl: 'Skierowanie kończy się najwcześniej pierwszego dnia',
  },
  'A placement keeps its {kept}; make another placement instead': {
    nl: 'Een plaatsing houdt {kept}; maak in plaats daarvan een andere plaatsing',
    de: 'Ein Einsatz behält {kept}; legen Sie stattdessen einen anderen an',
    pl: 'Skierowanie zachowuje {kept}; zamiast tego utwórz inne',
  },
  'Give the version of the text that the worker was shown': {
    nl: 'Geef de versie van de tekst op die de flexwerker heeft gezien',
    de: 'Geben Sie die Fassung des Textes an, die der Kraft gezeigt wurde',
    pl: 'Podaj wersję tekstu pokazanego pracownikowi tymczasowemu',
  },
  'The text has changed: show the worker version {version} and ask again': {
    nl: 'De tekst is gewijzigd: laat de flexwerker versie {version} zien en vraag opnieuw',
    de: 'Der Text hat sich geändert: Zeigen Sie der Kraft die Fassung {version} und fragen Sie noch einmal',
    pl: 'Tekst się zmienił: pokaż pracownikowi tymczasowemu wersję {version} i zapytaj ponownie',
  },
} as const satisfies Record<string, Translated>;
