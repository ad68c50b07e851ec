import { describe, expect, it } from 'vitest';
import { accounts } from '../../../contract/catalogues/field-messages/accounts.ts';
import { MAX_PASSWORD_BYTES } from '../../../contract/routes/session.ts';
import { isCommonPassword } from '../../../functions/adapters/passwords/common-passwords.ts';
import { checkNewPassword } from '../../../functions/domain/access/check-new-password.ts';
import { commonPasswords } from '../../../tools/common-passwords.ts';

const NAMES = ['Uitzendbureau De Brug', 'brug', 'René Jansen', 'rene.jansen'];
const faultsOf = (password: string) =>
  checkNewPassword(isCommonPassword, password, NAMES).map((fault) => 'message' in fault && fault.message);

it('A12 the texts name the greatest length', () => {
  for (const text of Object.values(accounts['Give a shorter password: at most 256 bytes']))
    expect(text).toContain(String(MAX_PASSWORD_BYTES));
});

describe('a new password', () => {
  it.each([
    'mijn eigen lange wachtzin',
    'correct horse battery',
    '🐎🐄🐖🐑🐐🐕🐈🐓🦆🐇🐀🐁',
    'q7#Vw9!pLm2$',
    '74920183650274',
    'jansen fietst naar Delft',
    'x7Kq93mW'.repeat(32),
  ])('A12 A13 may be %s', (password) => {
    expect(faultsOf(password)).toEqual([]);
  });

  it.each([
    ['Give at least {least} characters', ['', 'x7Kq93mWpL2', '🐎🐄🐖🐑🐐🐕🐈🐓🦆🐇🐀']],
    ['Give a shorter password: at most 256 bytes', [`${'x7Kq93mW'.repeat(32)}.`, '🐎🐄'.repeat(33)]],
    [
      'This password is on the list of common ones; choose another',
      [
        'password1234',
        'Letmein!!2026',
        'P@ssw0rd2026!',
        'administrator',
        'Dragon123456',
        '123qweasdzxc',
        '!!sunshine!!!!',
        'l3tm31n12345',
      ],
    ],
    [
      'Choose no row of characters and no repetition',
      ['aaaaaaaaaaaa', '123456789012', 'abcdefghijkl', '210987654321', 'abc1abc1abc1', 'ABCDEFGHIJK!'],
    ],
    [
      'Do not build it mainly from your name, your login name or the name of the agency',
      ['RenéJansen19', 'heraut-heraut-1', 'UitzendbureauDeBrug', 'rene.jansen.123', 'DeBrug2026!!', 'Jansen!Jansen!'],
    ],
  ])('A12 A13 is refused by %s', (code, passwords) => {
    const got = passwords.map((password) => [password, faultsOf(password)]);
    expect(got).toEqual(passwords.map((password) => [password, [code]]));
  });

  it('A13 is none of the common ones, with figures to make it long enough', () => {
    const words = commonPasswords().filter((word) => /\p{L}$/u.test(word));
    expect(words.length).toBeGreaterThan(15_000);
    const taken = words.filter((word) => faultsOf(word.padEnd(12, '2026')).length === 0);
    expect(taken).toEqual([]);
  });

  it('A13 is held against the whole list, as its tool makes it', () => {
    expect(commonPasswords().filter((word) => !isCommonPassword(word))).toEqual([]);
  });
});
