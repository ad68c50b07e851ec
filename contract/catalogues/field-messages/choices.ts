import type { Translated } from './translated.ts';

/** Of what recipients want, and do not want. */
export const choices = {
  'Give the id of an opt-out': {
    nl: 'Geef het id van een afmelding op',
    de: 'Geben Sie die Id einer Abbestellung an',
    pl: 'Podaj identyfikator wypisania',
  },
  'The id of an opt-out begins with opt_': {
    nl: 'Het id van een afmelding begint met opt_',
    de: 'Die Id einer Abbestellung beginnt mit opt_',
    pl: 'Identyfikator wypisania zaczyna się od opt_',
  },
  'Give a moment that has passed: it has to be agreed to before': {
    nl: 'Geef een moment dat voorbij is: de toestemming moet er al zijn',
    de: 'Geben Sie einen vergangenen Zeitpunkt an: Die Zustimmung muss schon vorliegen',
    pl: 'Podaj chwilę z przeszłości: zgoda musi być wyrażona wcześniej',
  },
  'Say how it was agreed to': {
    nl: 'Zeg hoe ermee is ingestemd',
    de: 'Sagen Sie, wie zugestimmt wurde',
    pl: 'Podaj, jak wyrażono zgodę',
  },
  'Name the text that was agreed to': {
    nl: 'Noem de tekst waarmee is ingestemd',
    de: 'Nennen Sie den Text, dem zugestimmt wurde',
    pl: 'Podaj tekst, na który wyrażono zgodę',
  },
  'It was undone already': {
    nl: 'Dit is al ongedaan gemaakt',
    de: 'Das wurde schon aufgehoben',
    pl: 'To już cofnięto',
  },
  'Nobody can answer a name: put an address that begins with https:// into the text, to opt out by': {
    nl: 'Niemand kan een naam antwoorden: zet een adres dat met https:// begint in de tekst, om zich af te melden',
    de: 'Niemand kann einem Namen antworten: Setzen Sie eine Adresse, die mit https:// beginnt, zum Abbestellen in den Text',
    pl: 'Na nazwę nikt nie odpowie: dodaj do tekstu adres zaczynający się od https://, aby można było się wypisać',
  },
} as const satisfies Record<string, Translated>;
