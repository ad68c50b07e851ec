import { STOP_WORDS } from '../../../../contract/stop-words.ts';
import { plainLetters } from '../../shared/plain-letters.ts';

/** Its letters and digits without accents, with one space between words: how it is typed makes no difference. */
const wordsOf = (text: string) =>
  plainLetters(text.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const KNOWN = new Map(Object.values(STOP_WORDS).flatMap((words) => words.map((word) => [wordsOf(word), word])));

/** The stop word that a message is, in whatever case and with whatever punctuation; undefined where it says anything else too. */
export const stopWord = (text: string): string | undefined => KNOWN.get(wordsOf(text));
