import type { Translated } from './translated.ts';

/** Of which modem of which box is meant. */
export const modems = {
  'The id of a box begins with box_': {
    nl: 'Het id van een kastje begint met box_',
    de: 'Die Id einer Box beginnt mit box_',
    pl: 'Identyfikator urządzenia zaczyna się od box_',
  },
  'a modem’s name has 1 to 32 of a-z, 0-9 and -': {
    nl: 'De naam van een modem heeft 1 tot 32 tekens uit a-z, 0-9 en -',
    de: 'Der Name eines Modems hat 1 bis 32 Zeichen aus a-z, 0-9 und -',
    pl: 'Nazwa modemu ma od 1 do 32 znaków spośród a-z, 0-9 i -',
  },
  'This box has: {names}': {
    nl: 'Dit kastje heeft: {names}',
    de: 'Diese Box hat: {names}',
    pl: 'To urządzenie ma: {names}',
  },
  'This box has told of no modem': {
    nl: 'Dit kastje heeft geen modem gemeld',
    de: 'Diese Box hat kein Modem gemeldet',
    pl: 'To urządzenie nie zgłosiło żadnego modemu',
  },
} as const satisfies Record<string, Translated>;
