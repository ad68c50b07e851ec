import * as crypto from 'node:crypto';
import type { Passwords } from '../../domain/access/ports.ts';

interface Scheme {
  /** names the algorithm and its costs; what a hash begins with */
  readonly name: string;
  derive(password: string, salt: Buffer): Promise<Buffer>;
}

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Not by promisify: to import node:util loads worker threads and 14 modules more. */
function derived(start: (done: (error: Error | null, hash: Buffer) => void) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => start((error, hash) => (error ? reject(error) : resolve(hash))));
}

/** OWASP's first choice: 19 MiB, 2 passes, 1 lane; 40 to 60 ms on one Lambda vCPU. */
const argon2id: Scheme = {
  name: 'argon2id-19456-2-1',
  derive: (message, nonce) =>
    derived((done) => {
      const costs = { memory: 19_456, passes: 2, parallelism: 1 };
      crypto.argon2('argon2id', { message, nonce, ...costs, tagLength: HASH_BYTES }, done);
    }),
};

/** Where the runtime's OpenSSL has no argon2: N 2¹⁵, r 8, p 3, which OWASP gives as its equal. */
const scrypt: Scheme = {
  name: 'scrypt-32768-8-3',
  derive: (password, salt) =>
    derived((done) => crypto.scrypt(password, salt, HASH_BYTES, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 }, done)),
};

const SCHEMES = new Map([argon2id, scrypt].map((scheme) => [scheme.name, scheme]));

const best = 'argon2' in crypto ? argon2id : scrypt;

/** Hashes as `$<scheme>$<salt>$<hash>`, so that another scheme or other costs can follow. */
export function createPasswords(present: Scheme = best): Passwords {
  const nothing = crypto.randomBytes(SALT_BYTES);
  return {
    async hash(password) {
      const salt = crypto.randomBytes(SALT_BYTES);
      const hash = await present.derive(password.normalize('NFKC'), salt);
      return `$${present.name}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
    },
    async verify(password, stored) {
      const [, name = '', salt = '', hash = ''] = stored.split('$');
      const scheme = SCHEMES.get(name);
      if (!scheme) throw new Error(`no such scheme for passwords: ${name}`);
      const given = await scheme.derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'));
      return crypto.timingSafeEqual(given, Buffer.from(hash, 'base64url'));
    },
    async verifyNothing(password) {
      await present.derive(password.normalize('NFKC'), nothing);
    },
    isOutdated: (stored) => !stored.startsWith(`$${present.name}$`),
  };
}

export const passwordSchemes = { argon2id, scrypt } as const;
