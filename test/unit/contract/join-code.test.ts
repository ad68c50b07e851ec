import { describe, expect, it } from 'vitest';
import { joinCodeOf, parseJoinCode, READABLE_ALPHABET, SECRET_LENGTH } from '../../../contract/join-code.ts';
import { joinSecrets } from '../../../functions/adapters/crypto/join-secrets.ts';
import { newId } from '../../support/messages.ts';

const box = { tenantId: newId('ten'), boxId: newId('box') };
const secret = 'ABCDEFGHJKMNPQRSTVWXYZ012345';

describe('a join code', () => {
  it('S11 has 140 random bits in letters and digits that nobody takes for others', () => {
    const made = Array.from({ length: 200 }, () => joinSecrets.make());
    expect(new Set(made).size).toBe(made.length);
    expect(Math.log2(READABLE_ALPHABET.length) * SECRET_LENGTH).toBe(140);
    expect(new Set(made.join(''))).toEqual(new Set(READABLE_ALPHABET));
    expect(READABLE_ALPHABET).not.toMatch(/[ILOU]/);
    for (const one of made) expect(parseJoinCode(joinCodeOf({ ...box, secret: one }))).toEqual({ ...box, secret: one });
  });

  it('is read as a person may write it', () => {
    const code = joinCodeOf({ ...box, secret });
    expect(code).toBe(`hj_${box.tenantId}.${box.boxId}.ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345`);
    const head = `hj_${box.tenantId}.${box.boxId}.`;
    for (const written of [
      'abcd-efgh-jkmn-pqrs-tvwx-yz01-2345',
      'ABCDEFGHJKMNPQRSTVWXYZOI2345',
      'ABCDEFGHJKMNPQRSTVWXYZoL2345',
    ])
      expect(parseJoinCode(head + written)).toEqual({ ...box, secret });
  });

  it.each([
    '',
    'hj_',
    `hj_${box.tenantId}.${box.boxId}`,
    `hj_${box.tenantId}.${box.boxId}.${secret}0`,
    `hj_${box.boxId}.${box.tenantId}.${secret}`,
    `ht_${box.tenantId}.${box.boxId}.${secret}`,
  ])('is not %s', (text) => expect(parseJoinCode(text)).toBeUndefined());

  it('S11 is kept as a hash, which only its own secret matches', () => {
    const hash = joinSecrets.hash(secret);
    expect(hash).not.toContain(secret);
    expect(joinSecrets.matches(secret, hash)).toBe(true);
    expect(joinSecrets.matches(joinSecrets.make(), hash)).toBe(false);
    expect(joinSecrets.matches(secret, 'short')).toBe(false);
  });
});
