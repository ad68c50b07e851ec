import type * as z from 'zod/mini';
import type { passkeyRoutes } from '../../../../../contract/routes/passkeys.ts';
import type { CausingRequest } from '../../../audit/model.ts';
import type { AuditTrail } from '../../../audit/ports.ts';
import type { LoggedIn } from '../../log-in.ts';
import type { Principal } from '../../principal.ts';
import { lineOf, notPossible } from '../enrol.ts';
import { type Own, ownSession, rotated } from '../own-session.ts';
import { descriptor, type PasskeyDependencies } from './add-passkey.ts';
import { newChallenge, passkeyRefused, takeChallenge } from './challenge.ts';
import { CHALLENGE_FOR, type Passkey, wentBack } from './model.ts';
import type { Assertion } from './ports.ts';
import { relyingPartyOf } from './relying-party.ts';
import { userHandle } from './user-handle.ts';

export interface PassByPasskeyDependencies extends PasskeyDependencies {
  readonly auditTrail: AuditTrail;
}

/** @throws DomainError `action-not-possible` without a passkey, for a session that needs none, and at an IP address */
export async function askForPasskey(
  deps: PasskeyDependencies,
  principal: Principal,
  site: string,
): Promise<z.input<typeof passkeyRoutes.askForPasskey.answer.schema>> {
  const { id: rpId } = relyingPartyOf(site);
  const own = await ownSession(deps, principal);
  refuseUnasked(own);
  const { passkeys } = own.factor;
  if (passkeys.length === 0) throw notPossible('No passkey is set up');
  const challenge = await newChallenge(deps, own, 'pass');
  const allowCredentials = passkeys.map(descriptor);
  return { challenge, rpId, timeout: CHALLENGE_FOR, allowCredentials, userVerification: 'required' };
}

/**
 * A passkey after the password. Wrong ones are not counted, as nobody guesses a signature; a counter that went back is written down.
 *
 * @throws DomainError `passkey-refused`, `action-not-possible` for a session that needs none
 */
export async function passByPasskey(
  deps: PassByPasskeyDependencies,
  principal: Principal,
  credential: Assertion,
  request: CausingRequest & { readonly site: string },
): Promise<LoggedIn> {
  const { site, ...cause } = request;
  const relyingParty = relyingPartyOf(site);
  const own = await ownSession(deps, principal);
  refuseUnasked(own);
  const challenge = await takeChallenge(deps, own, 'pass');
  const { factor } = own;
  const passkey = factor.passkeys.find(({ credentialId }) => credentialId === credential.id);
  const { userHandle: shown } = credential.response;
  if (!passkey || (shown && shown !== userHandle(deps.secrets, factor))) throw passkeyRefused();
  const used = await deps.checks.used(credential, { challenge, ...relyingParty }, passkey);
  if (!used) throw passkeyRefused();
  if (wentBack(passkey.counter, used.counter)) {
    await deps.auditTrail.add({ ...lineOf(deps, own, 'passkey-counter-went-back', cause), detail: passkey.passkeyId });
    throw passkeyRefused();
  }
  const { rotation, ...loggedIn } = rotated(deps, own);
  const lastUsedAt = deps.clock.now().toISOString();
  const next: Passkey = { ...passkey, counter: used.counter, lastUsedAt };
  const passkeys = factor.passkeys.map((one) => (one === passkey ? next : one));
  const audit = { ...lineOf(deps, own, 'second-factor-passed', cause), detail: passkey.passkeyId };
  const after = { ...factor, passkeys, version: factor.version + 1 };
  if (!(await deps.secondFactors.change(factor, after, { audit }, rotation))) throw passkeyRefused();
  return loggedIn;
}

function refuseUnasked({ session }: Own): void {
  if (session.pending !== 'second-factor') throw notPossible('This session needs no second factor');
}
