import { createHmac, timingSafeEqual } from 'node:crypto';
import { CODE_DIGITS } from '../../../contract/routes/recovery.ts';
import type { OneTimeCodes } from '../../domain/access/recovery/ports.ts';

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

export const oneTimeCodes: OneTimeCodes = {
  make({ cursorKey }, of) {
    // A key of its own: what is signed for a cursor never is a code.
    const key = hmac(Buffer.from(cursorKey, 'base64url'), 'one-time codes');
    const number = hmac(key, of).readBigUInt64BE() % 10n ** BigInt(CODE_DIGITS);
    return String(number).padStart(CODE_DIGITS, '0');
  },
  isSame: (one, other) => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other)),
};
