import { describe, expect, it } from 'vitest';
import { passkeyChecks } from '../../../functions/adapters/webauthn/passkey-checks.ts';
import { authenticator, ORIGIN, type Wrong } from '../../support/passkeys/authenticator.ts';

const expected = { challenge: 'Y2hhbGxlbmdl', origin: ORIGIN, id: 'localhost' };
const options = { challenge: expected.challenge, rp: { id: expected.id }, user: { id: 'dXNlcg' } };

async function added(wrong: Wrong = {}) {
  const errors: unknown[] = [];
  const kept = await passkeyChecks((error) => errors.push(error)).added(
    authenticator().create(options, wrong),
    expected,
  );
  return { kept, errors };
}

describe('what is kept of a new passkey', () => {
  it('A22 is its public key and its counter, where nothing is attested', async () => {
    const { kept, errors } = await added();
    expect(kept).toMatchObject({ counter: 1, transports: ['internal'] });
    expect(errors).toEqual([]);
  });

  it.each(['packed', 'fido-u2f', 'apple', 'tpm', 'android-key', 'android-safetynet'])(
    'A22 is nothing where %s brings certificates: the library, which follows what they name, never sees them',
    async (fmt) => {
      const attStmt = new Map([['x5c', Buffer.from('a certificate')]]);
      expect(await added({ attestation: { fmt, attStmt } })).toEqual({ kept: undefined, errors: [] });
    },
  );

  it('is nothing where it cannot be read, and the reason is heard of', async () => {
    const { kept, errors } = await added({ attestation: { fmt: 'none', attStmt: new Map([['sig', 'x']]) } });
    expect(kept).toBeUndefined();
    expect(errors).toHaveLength(1);
  });
});
