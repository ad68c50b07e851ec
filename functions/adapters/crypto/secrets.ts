import { createHash, randomBytes } from 'node:crypto';
import type { Secrets } from '../../domain/access/ports.ts';

export const secrets: Secrets = {
  make: () => randomBytes(32).toString('base64url'),
  hash: (secret) => createHash('sha256').update(secret).digest('base64url'),
};
