/**
 * Writes the offline list of common passwords for functions/adapters/passwords, from the dictionary of zxcvbn-ts (MIT):
 * `node tools/common-passwords.ts`. A test holds the list against the dictionary.
 */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { dictionary } from '@zxcvbn-ts/language-common';
import { plain, withoutEnds } from '../functions/domain/access/guessable.ts';

const FILE = join(import.meta.dirname, '..', 'functions', 'adapters', 'passwords', 'common-passwords.json');
/** Words that make a password with figures behind them: of this length, and shorter ones while they are very common. */
const WORD_AT_LEAST = 8;
const VERY_COMMON = { first: 20_000, wordAtLeast: 6 };
/** Passwords that are long enough as they stand: functions/domain/access/check-new-password.ts. */
const WHOLE_AT_LEAST = 12;

/** What the check asks for: whole passwords, and their words without figures at the ends; in the order of code units. */
export function commonPasswords(): string[] {
  const all = dictionary['passwords-common'].map(plain);
  const words = all.flatMap((password, rank) => {
    const word = withoutEnds(password);
    const least = rank < VERY_COMMON.first ? VERY_COMMON.wordAtLeast : WORD_AT_LEAST;
    return word.length >= least && /^\p{L}/u.test(word) ? [word] : [];
  });
  return [...new Set([...words, ...all.filter((password) => password.length >= WHOLE_AT_LEAST)])].sort();
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  const text = commonPasswords().join('\n');
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  });
  await writeFile(FILE, `${JSON.stringify({ packed: packed.toString('base64') })}\n`);
  console.log(`${FILE}: ${text.split('\n').length} words, ${packed.length} bytes`);
}
