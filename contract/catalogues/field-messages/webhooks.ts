import type { Translated } from './translated.ts';

/** Of webhooks. */
export const webhooks = {
  'Give the address that events are sent to': {
    nl: 'Geef het adres op waar gebeurtenissen heen gaan',
    de: 'Geben Sie die Adresse an, an die Ereignisse gehen',
    pl: 'Podaj adres, na który mają iść zdarzenia',
  },
  'Give an address that begins with https:// and names no user': {
    nl: 'Geef een adres op dat met https:// begint en geen gebruiker noemt',
    de: 'Geben Sie eine Adresse an, die mit https:// beginnt und keinen Benutzer nennt',
    pl: 'Podaj adres, który zaczyna się od https:// i nie zawiera nazwy użytkownika',
  },
  'Give an address of the public Internet': {
    nl: 'Geef een adres op het openbare internet op',
    de: 'Geben Sie eine Adresse im öffentlichen Internet an',
    pl: 'Podaj adres w publicznym Internecie',
  },
  'Say what it is for': {
    nl: 'Zeg waarvoor hij dient',
    de: 'Sagen Sie, wofür er da ist',
    pl: 'Napisz, do czego służy',
  },
  'Give a list of events': {
    nl: 'Geef een lijst van gebeurtenissen op',
    de: 'Geben Sie eine Liste von Ereignissen an',
    pl: 'Podaj listę zdarzeń',
  },
  'Give at least one event': {
    nl: 'Geef minstens één gebeurtenis op',
    de: 'Geben Sie mindestens ein Ereignis an',
    pl: 'Podaj co najmniej jedno zdarzenie',
  },
  'Give each event once': {
    nl: 'Noem elke gebeurtenis één keer',
    de: 'Nennen Sie jedes Ereignis einmal',
    pl: 'Podaj każde zdarzenie raz',
  },
  'Give an end after the beginning': {
    nl: 'Geef een einde op dat na het begin ligt',
    de: 'Geben Sie ein Ende nach dem Anfang an',
    pl: 'Podaj koniec późniejszy niż początek',
  },
} as const satisfies Record<string, Translated>;
