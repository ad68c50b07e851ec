import type { Translated } from './translated.ts';

/** What is wrong with any field, by its kind; values stand in braces. */
export const kinds = {
  'Give a text; it is missing': {
    nl: 'Vul een tekst in; die ontbreekt',
    de: 'Geben Sie einen Text an; er fehlt',
    pl: 'Podaj tekst; brakuje go',
  },
  'Give a number; it is missing': {
    nl: 'Vul een getal in; dat ontbreekt',
    de: 'Geben Sie eine Zahl an; sie fehlt',
    pl: 'Podaj liczbę; brakuje jej',
  },
  'Give a whole number; it is missing': {
    nl: 'Vul een geheel getal in; dat ontbreekt',
    de: 'Geben Sie eine ganze Zahl an; sie fehlt',
    pl: 'Podaj liczbę całkowitą; brakuje jej',
  },
  'Give true or false; it is missing': {
    nl: 'Geef true of false op; dat ontbreekt',
    de: 'Geben Sie true oder false an; es fehlt',
    pl: 'Podaj true albo false; brakuje tej wartości',
  },
  'Give an object; it is missing': {
    nl: 'Geef een object op; dat ontbreekt',
    de: 'Geben Sie ein Objekt an; es fehlt',
    pl: 'Podaj obiekt; brakuje go',
  },
  'Give a list; it is missing': {
    nl: 'Geef een lijst op; die ontbreekt',
    de: 'Geben Sie eine Liste an; sie fehlt',
    pl: 'Podaj listę; brakuje jej',
  },
  'Give a value; it is missing': {
    nl: 'Vul een waarde in; die ontbreekt',
    de: 'Geben Sie einen Wert an; er fehlt',
    pl: 'Podaj wartość; brakuje jej',
  },
  'Give a text here': {
    nl: 'Vul hier een tekst in',
    de: 'Geben Sie hier einen Text an',
    pl: 'Podaj tutaj tekst',
  },
  'Give a number here': {
    nl: 'Vul hier een getal in',
    de: 'Geben Sie hier eine Zahl an',
    pl: 'Podaj tutaj liczbę',
  },
  'Give a whole number here': {
    nl: 'Vul hier een geheel getal in',
    de: 'Geben Sie hier eine ganze Zahl an',
    pl: 'Podaj tutaj liczbę całkowitą',
  },
  'Give true or false here': {
    nl: 'Geef hier true of false op',
    de: 'Geben Sie hier true oder false an',
    pl: 'Podaj tutaj true albo false',
  },
  'Give an object here': {
    nl: 'Geef hier een object op',
    de: 'Geben Sie hier ein Objekt an',
    pl: 'Podaj tutaj obiekt',
  },
  'Give a list here': {
    nl: 'Geef hier een lijst op',
    de: 'Geben Sie hier eine Liste an',
    pl: 'Podaj tutaj listę',
  },
  'Give another value here': {
    nl: 'Vul hier een andere waarde in',
    de: 'Geben Sie hier einen anderen Wert an',
    pl: 'Podaj tutaj inną wartość',
  },
  'Give at least {minimum} characters': {
    nl: 'Minimaal aantal tekens: {minimum}',
    de: 'Mindestzahl der Zeichen: {minimum}',
    pl: 'Minimalna liczba znaków: {minimum}',
  },
  'Give at least {minimum} entries': {
    nl: 'Minimaal aantal regels: {minimum}',
    de: 'Mindestzahl der Einträge: {minimum}',
    pl: 'Minimalna liczba pozycji: {minimum}',
  },
  'Give {minimum} or more': {
    nl: 'Vul {minimum} of meer in',
    de: 'Geben Sie {minimum} oder mehr an',
    pl: 'Podaj {minimum} lub więcej',
  },
  'Give at most {maximum} characters': {
    nl: 'Maximaal aantal tekens: {maximum}',
    de: 'Höchstzahl der Zeichen: {maximum}',
    pl: 'Maksymalna liczba znaków: {maximum}',
  },
  'Give at most {maximum} entries': {
    nl: 'Maximaal aantal regels: {maximum}',
    de: 'Höchstzahl der Einträge: {maximum}',
    pl: 'Maksymalna liczba pozycji: {maximum}',
  },
  'Give {maximum} or less': {
    nl: 'Vul {maximum} of minder in',
    de: 'Geben Sie {maximum} oder weniger an',
    pl: 'Podaj {maximum} lub mniej',
  },
  'Give one of: {values}': {
    nl: 'Kies een van: {values}',
    de: 'Geben Sie eines davon an: {values}',
    pl: 'Podaj jedną z wartości: {values}',
  },
  'This value does not have the right form': {
    nl: 'Deze waarde heeft niet de juiste vorm',
    de: 'Dieser Wert hat nicht die richtige Form',
    pl: 'Ta wartość ma niewłaściwą postać',
  },
  'This field is not known here; leave it out': {
    nl: 'Dit veld is hier niet bekend; laat het weg',
    de: 'Dieses Feld ist hier nicht bekannt; lassen Sie es weg',
    pl: 'To pole nie jest tu znane; pomiń je',
  },
  'Leave out line breaks and other control characters': {
    nl: 'Laat regeleinden en andere stuurtekens weg',
    de: 'Lassen Sie Zeilenumbrüche und andere Steuerzeichen weg',
    pl: 'Pomiń znaki końca wiersza i inne znaki sterujące',
  },
  'Give nextCursor of the page before, unchanged': {
    nl: 'Geef nextCursor van de vorige pagina op, ongewijzigd',
    de: 'Geben Sie nextCursor der vorigen Seite an, unverändert',
    pl: 'Podaj nextCursor poprzedniej strony, bez zmian',
  },
  'This address knows {methods}': {
    nl: 'Dit adres kent {methods}',
    de: 'Diese Adresse kennt {methods}',
    pl: 'Ten adres zna {methods}',
  },
  'There is no {id}': {
    nl: 'Er is geen {id}',
    de: 'Es gibt kein {id}',
    pl: 'Nie ma {id}',
  },
  'Say true or false': {
    nl: 'Geef true of false op',
    de: 'Geben Sie true oder false an',
    pl: 'Podaj true albo false',
  },
  'Say why': {
    nl: 'Vul de reden in',
    de: 'Geben Sie den Grund an',
    pl: 'Podaj powód',
  },
  'Give the value': {
    nl: 'Vul de waarde in',
    de: 'Geben Sie den Wert an',
    pl: 'Podaj wartość',
  },
  'Give a moment such as 2026-11-22T00:00:00Z': {
    nl: 'Geef een moment op zoals 2026-11-22T00:00:00Z',
    de: 'Geben Sie einen Zeitpunkt an wie 2026-11-22T00:00:00Z',
    pl: 'Podaj moment, na przykład 2026-11-22T00:00:00Z',
  },
  'The end is before the beginning': {
    nl: 'Het einde ligt voor het begin',
    de: 'Das Ende liegt vor dem Anfang',
    pl: 'Koniec jest przed początkiem',
  },
  'Give an id such as wrk_01JD…, or settings': {
    nl: 'Geef een id op zoals wrk_01JD…, of settings',
    de: 'Geben Sie eine Id an wie wrk_01JD…, oder settings',
    pl: 'Podaj identyfikator taki jak wrk_01JD… albo settings',
  },
  'Give a month': {
    nl: 'Vul een maand in',
    de: 'Geben Sie einen Monat an',
    pl: 'Podaj miesiąc',
  },
  'Give a month as 2026-11': {
    nl: 'Schrijf een maand als 2026-11',
    de: 'Schreiben Sie einen Monat als 2026-11',
    pl: 'Podaj miesiąc w postaci 2026-11',
  },
  'Give a whole number': {
    nl: 'Vul een geheel getal in',
    de: 'Geben Sie eine ganze Zahl an',
    pl: 'Podaj liczbę całkowitą',
  },
} as const satisfies Record<string, Translated>;
