import type { Language } from './catalogues/index.ts';

/**
 * What a message says, and nothing else, by which somebody wants no more SMS. Words that are an answer to something else as well (`nee`,
 * `cancel`, `koniec`) are none.
 */
export const STOP_WORDS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['STOP', 'STOPPEN', 'AFMELDEN', 'MELD AF', 'UITSCHRIJVEN', 'GEEN SMS', 'GEEN SMS MEER', 'STOP SMS'],
  de: ['STOP', 'STOPP', 'ABMELDEN', 'ABBESTELLEN', 'AUSTRAGEN', 'KEINE SMS', 'KEINE SMS MEHR', 'STOPP SMS'],
  pl: ['STOP', 'WYPISZ', 'WYPISZ MNIE', 'WYPISUJĘ SIĘ', 'REZYGNUJĘ', 'REZYGNACJA', 'NIE CHCĘ SMS'],
  en: ['STOP', 'STOP ALL', 'STOPALL', 'UNSUBSCRIBE', 'OPT OUT', 'OPTOUT', 'NO SMS', 'STOP SMS'],
};
