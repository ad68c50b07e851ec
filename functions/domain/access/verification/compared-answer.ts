import { plainLetters } from '../../shared/plain-letters.ts';

/** An answer as it is compared: small letters without accents, and digits; nothing between them. */
export const comparedAnswer = (answer: string) => plainLetters(answer).replace(/[^\p{L}\p{N}]/gu, '');
