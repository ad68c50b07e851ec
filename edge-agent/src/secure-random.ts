import { randomBytes } from 'node:crypto';
import type { Random } from './agent/environment.ts';

/** Unpredictable: the journal's id is what keeps two boxes apart. */
export const secureRandom: Random = () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
