import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TotpCodes } from '../../domain/access/second-factor/ports.ts';

/** RFC 4648, section 6 */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MILLISECONDS = 30_000;
const DIGITS = 6;
/** 160 bits, as long as the hash (RFC 4226, section 4) */
const SECRET_BYTES = 20;

/** RFC 6238. A code of the step before or after counts too, for clocks that differ (section 5.2). */
export const totpCodes: TotpCodes = {
  makeSecret: () => base32(randomBytes(SECRET_BYTES)),
  stepOf(secret, code, now) {
    const key = bytesOf(secret);
    const present = Math.floor(now.getTime() / STEP_MILLISECONDS);
    return [present, present - 1, present + 1].find((step) => isSame(codeOf(key, step), code));
  },
};

/** RFC 4226, section 5.3 */
export function codeOf(key: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The present code of a secret, as an app shows it. */
export const totpCode = (secret: string, now: Date) =>
  codeOf(bytesOf(secret), Math.floor(now.getTime() / STEP_MILLISECONDS));

const isSame = (one: string, other: string) =>
  one.length === Buffer.byteLength(other) && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Five bytes are eight letters; a secret of 20 needs no padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('');
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
