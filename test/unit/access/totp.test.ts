import { expect, it } from 'vitest';
import { sealer } from '../../../functions/adapters/crypto/sealer.ts';
import { codeOf, totpCode, totpCodes } from '../../../functions/adapters/crypto/totp.ts';

/** RFC 6238, appendix B: seconds since 1970, and the code of eight digits. */
const VECTORS = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const;
/** 12345678901234567890 in base32 */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each(VECTORS)('A22 at second %i of the RFC the code is %s', (seconds, code) => {
  expect(codeOf(Buffer.from('12345678901234567890'), Math.floor(seconds / 30), 8)).toBe(code);
  expect(totpCodes.stepOf(SECRET, code.slice(2), new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

it('a code counts in its own step and the ones beside it, and in no other', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const code = totpCode(SECRET, new Date(now));
  const counts = [-60_000, -30_000, 0, 30_000, 60_000].map(
    (shift) => totpCodes.stepOf(SECRET, code, new Date(now + shift)) !== undefined,
  );
  expect(counts).toEqual([false, true, true, true, false]);
  for (const wrong of ['', '12345', '1234567', 'ééé', '١٢٣٤٥٦'])
    expect(totpCodes.stepOf(SECRET, wrong, new Date(now))).toBeUndefined();
});

it('a new secret has 160 random bits, in letters that every app reads', () => {
  const secrets = Array.from({ length: 100 }, () => totpCodes.makeSecret());
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpCodes.stepOf(secret, totpCode(secret, new Date(0)), new Date(0))).toBe(0);
  }
});

it('what is sealed opens for its person with its tenant’s key alone, and shows nothing', () => {
  const owner = { key: Buffer.alloc(32, 1).toString('base64url'), personId: 'emp_1' };
  const sealed = sealer.seal(SECRET, owner);
  expect(sealed).not.toContain(SECRET);
  expect(sealer.seal(SECRET, owner)).not.toBe(sealed);
  expect(sealer.open(sealed, owner)).toBe(SECRET);
  const other = Buffer.alloc(32, 2).toString('base64url');
  expect(() => sealer.open(sealed, { ...owner, key: other })).toThrow();
  expect(() => sealer.open(sealed, { ...owner, personId: 'emp_2' })).toThrow();
  expect(() => sealer.open(`${sealed.slice(0, -2)}AA`, owner)).toThrow();
  expect(() => sealer.open('9.abc', owner)).toThrow('no such way to seal');
});
