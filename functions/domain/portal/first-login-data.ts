import { HOUR } from '../shared/clock.ts';

/** An issued password works this long (A1). */
export const ISSUED_FOR = 72 * HOUR;

/** Login data that the system made; nobody can read the password again. */
export interface IssuedLoginData {
  readonly loginName: string;
  readonly password: string;
  readonly validUntil: Date;
}

/** Chance, from outside. */
export interface IssuedSecrets {
  /** at least 80 random bits, in letters and digits that are not taken for each other */
  password(): string;
  /** five digits, of which the first is no 0 */
  number(): string;
}

/** Letters that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
/** For a name that has no letter of ours. */
const NAMELESS = 'Flex';
const NAME_LETTERS = 20;

/** The first login name (E1-1): the agency's prefix, the given name in plain letters, a number: `EF_Rene14303`. */
export function firstLoginName(prefix: string, givenName: string, secrets: Pick<IssuedSecrets, 'number'>): string {
  const plain = [...givenName]
    .map((letter) => PLAIN[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, NAME_LETTERS);
  return `${prefix}_${plain || NAMELESS}${secrets.number()}`;
}
