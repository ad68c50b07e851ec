import { api } from '../../api/client.ts';

/** A browser that reads WebAuthn's JSON, at a name: passkeys belong to names, never to IP addresses. */
export const canUsePasskeys = (): boolean =>
  'PublicKeyCredential' in window &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  !/^[\d.]+$|^\[/.test(location.hostname);

/** @throws ProblemError of the API; DOMException of the browser, such as `NotAllowedError` when its user stops */
export async function addPasskey(name: string) {
  const options = await api.beginPasskey();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = jsonOf<RegistrationResponseJSON>(await navigator.credentials.create({ publicKey }));
  return api.addPasskey({ body: { name, credential } });
}

/** @throws as `addPasskey` */
export async function passByPasskey() {
  const options = await api.askForPasskey();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = jsonOf<AuthenticationResponseJSON>(await navigator.credentials.get({ publicKey }));
  return api.passByPasskey({ body: { credential } });
}

/** @param J as the question was: a browser that was asked to make a passkey gives a registration */
function jsonOf<J extends AuthenticationResponseJSON | RegistrationResponseJSON>(credential: Credential | null) {
  if (!(credential instanceof PublicKeyCredential))
    throw new DOMException('the browser gave no passkey', 'NotAllowedError');
  return { ...(credential.toJSON() as J), type: 'public-key' as const };
}
