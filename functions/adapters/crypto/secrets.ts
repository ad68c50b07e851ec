import { randomBytes, randomInt } from 'node:crypto';
import type { Secrets } from '../../domain/access/ports.ts';
import type { IssuedSecrets } from '../../domain/portal/first-login-data.ts';
import { sha256 } from './sha256.ts';

export const secrets: Secrets = {
  make: () => randomBytes(32).toString('base64url'),
  hash: (secret) => sha256(secret).toString('base64url'),
};

/** 32 letters and digits, without those that are taken for each other: five bits each. */
const READABLE = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LETTERS = 4;

export const issuedSecrets: IssuedSecrets = {
  /** 80 bits: `mzpk-7r4t-e9hw-3xua` */
  password: () =>
    Array.from({ length: GROUPS }, () =>
      Array.from(randomBytes(GROUP_LETTERS), (byte) => READABLE[byte % READABLE.length]).join(''),
    ).join('-'),
  number: () => String(randomInt(10_000, 100_000)),
};
