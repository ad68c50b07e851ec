import { describe, expect, it } from 'vitest';
import { createPasswords, passwordSchemes } from '../../../functions/adapters/crypto/passwords.ts';

describe.each(Object.entries(passwordSchemes))('passwords by %s', (_, scheme) => {
  const passwords = createPasswords(scheme);

  it('A14 names the scheme and its costs in the hash, and knows the password again', async () => {
    const hash = await passwords.hash('correct horse battery');
    expect(hash).toMatch(new RegExp(`^\\$${scheme.name}\\$[\\w-]{22}\\$[\\w-]{43}$`));
    expect(await passwords.verify('correct horse battery', hash)).toBe(true);
    expect(await passwords.verify('correct horse batterY', hash)).toBe(false);
    expect(passwords.isOutdated(hash)).toBe(false);
  });

  it('salts: the same password twice gives two hashes', async () => {
    expect(await passwords.hash('correct horse')).not.toBe(await passwords.hash('correct horse'));
  });

  it('knows a password again whose letters were put together in another way', async () => {
    const hash = await passwords.hash('Zażółć gęślą'.normalize('NFC'));
    expect(await passwords.verify('Zażółć gęślą'.normalize('NFD'), hash)).toBe(true);
  });
});

describe('passwords', () => {
  it('A14 knows those of the other scheme, and calls them outdated', async () => {
    const hash = await createPasswords(passwordSchemes.scrypt).hash('correct horse');
    const today = createPasswords();
    expect(await today.verify('correct horse', hash)).toBe(true);
    expect(today.isOutdated(hash)).toBe(true);
  });

  it('uses argon2id on this runtime', async () => {
    expect(await createPasswords().hash('x')).toMatch(/^\$argon2id-19456-2-1\$/);
  });

  it('refuses a hash of a scheme that it does not know', async () => {
    await expect(createPasswords().verify('x', '$md5$a$b')).rejects.toThrow('no such scheme');
  });
});
