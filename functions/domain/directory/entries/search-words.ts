import { plainLetters } from '../../shared/plain-letters.ts';

/** A sort key has 1,024 bytes at most (DynamoDB's limit); a letter takes up to four of them. */
const SORTED_LETTERS = 200;
const WORD_LETTERS = 100;
/** Words by which one name is found; each is a row of its own. */
const WORDS_AT_MOST = 20;

/** The words of a name as they are compared: small letters without accents, and digits. */
export function searchWords(text: string): string[] {
  const words = plainLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return [...new Set(words.map((word) => word.slice(0, WORD_LETTERS)))].slice(0, WORDS_AT_MOST);
}

/** How names are sorted: by their words. */
export function sortName(...parts: readonly (string | undefined)[]): string {
  return parts
    .map((part) => searchWords(part ?? '').join(' '))
    .join(',')
    .slice(0, SORTED_LETTERS);
}

/** True if each of the wanted words begins one of the words. */
export function matches(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
}
