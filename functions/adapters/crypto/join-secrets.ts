import { randomBytes, timingSafeEqual } from 'node:crypto';
import { READABLE_ALPHABET, SECRET_LENGTH } from '../../../contract/join-code.ts';
import type { JoinSecrets } from '../../domain/edge/ports.ts';
import { sha256 } from './sha256.ts';

export const joinSecrets: JoinSecrets = {
  // 256 is a multiple of the alphabet's 32: each character is as likely as another.
  make: () =>
    Array.from(randomBytes(SECRET_LENGTH), (byte) => READABLE_ALPHABET[byte % READABLE_ALPHABET.length]).join(''),
  hash: (secret) => sha256(secret).toString('base64url'),
  matches: (secret, hash) => {
    const stored = Buffer.from(hash, 'base64url');
    return stored.length === sha256('').length && timingSafeEqual(sha256(secret), stored);
  },
};
