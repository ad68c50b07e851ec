import { generateKeyPairSync } from 'node:crypto';
import type { Page } from 'playwright-core';

/** An authenticator of Chromium's own, for one page: WebAuthn as browsers do it, without a finger. */
export async function virtualAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    ...({ protocol: 'ctap2', transport: 'internal' } as const),
    ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  };
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  const passkeys = async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  async function put(credential: Awaited<ReturnType<typeof passkeys>>[number]): Promise<void> {
    const { credentialId } = credential;
    await devtools.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
    await devtools.send('WebAuthn.addCredential', { authenticatorId, credential });
  }
  return {
    passkeys,
    /** Whether its user gives the finger, or the right PIN. */
    verifyUser: (isUserVerified: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    put,
    /** The only passkey gets another key under its old id, as a wrong authenticator would have. */
    async forge(): Promise<void> {
      const [own] = await passkeys();
      if (!own) throw new Error('there is no passkey');
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      await put({ ...own, privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') });
    },
  };
}
