import { brotliDecompressSync } from 'node:zlib';
import type { IsCommonPassword } from '../../domain/access/check-new-password.ts';
import list from './common-passwords.json' with { type: 'json' };

let words: ReadonlySet<string> | undefined;

/** By the list that tools/common-passwords.ts makes; unpacked when it is first asked. */
export const isCommonPassword: IsCommonPassword = (word) => {
  words ??= new Set(brotliDecompressSync(Buffer.from(list.packed, 'base64')).toString().split('\n'));
  return words.has(word);
};
