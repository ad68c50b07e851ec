import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const DOMAIN = join(import.meta.dirname, '../../../functions/domain');

/** What is hashed without having been chosen by a person, or is no password. */
const NOT_CHOSEN: Readonly<Record<string, string>> = {
  'access/log-in.ts': 'the password that was right a moment ago, by the scheme of today',
  'access/verification/record-question.ts': 'the answer to a question',
  'portal/act-on-access.ts': '80 random bits that the system issues',
};

it('A13 every way to a password of one’s own goes through the same check', () => {
  const hashing = globSync('**/*.ts', { cwd: DOMAIN }).filter((file) =>
    readFileSync(join(DOMAIN, file), 'utf8').includes('passwords.hash('),
  );
  const unchecked = hashing.filter((file) => !readFileSync(join(DOMAIN, file), 'utf8').includes('checkNewPassword('));
  expect(unchecked.sort()).toEqual(Object.keys(NOT_CHOSEN).sort());
  expect(hashing.length).toBeGreaterThan(unchecked.length);
});
