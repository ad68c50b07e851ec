import type { Translated } from './translated.ts';

/** Of accounts at web providers. */
export const providers = {
  'Give a token, or for websms a username and a password': {
    nl: 'Geef een token op, of voor websms een gebruikersnaam en een wachtwoord',
    de: 'Geben Sie ein Token an, oder für websms einen Benutzernamen und ein Passwort',
    pl: 'Podaj token, a dla websms nazwę użytkownika i hasło',
  },
  'Give the token': {
    nl: 'Vul het token in',
    de: 'Geben Sie das Token an',
    pl: 'Podaj token',
  },
  'A token has no spaces and plain letters only': {
    nl: 'Een token heeft geen spaties en alleen gewone letters',
    de: 'Ein Token hat keine Leerzeichen und nur einfache Buchstaben',
    pl: 'Token nie ma spacji i zawiera tylko zwykłe litery',
  },
  'Give the name': {
    nl: 'Vul de naam in',
    de: 'Geben Sie den Namen an',
    pl: 'Podaj nazwę',
  },
  'Say pl or com': {
    nl: 'Kies pl of com',
    de: 'Geben Sie pl oder com an',
    pl: 'Podaj pl albo com',
  },
  'At least 1': {
    nl: 'Minstens 1',
    de: 'Mindestens 1',
    pl: 'Co najmniej 1',
  },
  'At most 100': {
    nl: 'Hoogstens 100',
    de: 'Höchstens 100',
    pl: 'Najwyżej 100',
  },
  'Take {provider} out of the order of routes first': {
    nl: 'Haal {provider} eerst uit de volgorde van routes',
    de: 'Nehmen Sie {provider} zuerst aus der Reihenfolge der Wege',
    pl: 'Najpierw usuń {provider} z kolejności dróg',
  },
  'It is none that is documented': {
    nl: 'Het is er geen die beschreven is',
    de: 'Es ist keine, die beschrieben ist',
    pl: 'Nie jest żadną z opisanych',
  },
  'SMSAPI takes a token': {
    nl: 'SMSAPI neemt een token',
    de: 'SMSAPI nimmt ein Token',
    pl: 'SMSAPI przyjmuje token',
  },
  'Only SMSAPI has several houses': {
    nl: 'Alleen SMSAPI heeft meerdere huizen',
    de: 'Nur SMSAPI hat mehrere Häuser',
    pl: 'Tylko SMSAPI ma kilka domów',
  },
} as const satisfies Record<string, Translated>;
