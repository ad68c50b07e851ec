import type * as z from 'zod/mini';
import { PASSKEYS_AT_MOST, type passkeyRoutes } from '../../../../../contract/routes/passkeys.ts';
import type { CausingRequest } from '../../../audit/model.ts';
import { DomainError } from '../../../shared/domain-error.ts';
import { refuseUnconfirmed } from '../../confirm-session.ts';
import { nameOf } from '../../ports.ts';
import { type Principal, personOf } from '../../principal.ts';
import { type Enrolled, enrol, type KeepDependencies } from '../enrol.ts';
import { type Own, ownSession } from '../own-session.ts';
import { type ChallengeDependencies, newChallenge, passkeyRefused, takeChallenge } from './challenge.ts';
import { CHALLENGE_FOR, type Passkey } from './model.ts';
import type { NewCredential, PasskeyChecks } from './ports.ts';
import { relyingPartyOf } from './relying-party.ts';
import { userHandle } from './user-handle.ts';

export interface PasskeyDependencies extends Omit<KeepDependencies, 'totp' | 'sealer'>, ChallengeDependencies {
  readonly checks: PasskeyChecks;
}

/**
 * What the browser needs to make a passkey. No attestation: any make of authenticator will do, so nobody is told which it is.
 *
 * @param site where the API is, as its caller reached it
 * @throws DomainError `confirmation-needed`, `too-many-passkeys`, `action-not-possible` at an IP address
 */
export async function beginPasskey(
  deps: PasskeyDependencies,
  principal: Principal,
  site: string,
): Promise<z.input<typeof passkeyRoutes.beginPasskey.answer.schema>> {
  const { id } = relyingPartyOf(site);
  const own = await ownSession(deps, principal);
  if (!own.passwordJustGiven) refuseUnconfirmed(principal, deps.clock);
  refuseMore(own);
  const { account, factor } = own;
  return {
    challenge: await newChallenge(deps, own, 'add'),
    rp: { id, name: account.tenant.name },
    user: {
      id: userHandle(deps.secrets, factor),
      name: `${personOf(principal).loginName} (${account.tenant.slug})`,
      displayName: nameOf(account),
    },
    pubKeyCredParams: deps.checks.algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_FOR,
    excludeCredentials: factor.passkeys.map(descriptor),
    authenticatorSelection: { residentKey: 'preferred', requireResidentKey: false, userVerification: 'required' },
    attestation: 'none',
  };
}

/**
 * The passkey counts from here on.
 *
 * @throws DomainError `passkey-refused`, `too-many-passkeys`, `changed-meanwhile`
 */
export async function addPasskey(
  deps: PasskeyDependencies,
  principal: Principal,
  { name, credential }: { readonly name: string; readonly credential: NewCredential },
  request: CausingRequest & { readonly site: string },
): Promise<Enrolled> {
  const { site, ...cause } = request;
  const relyingParty = relyingPartyOf(site);
  const own = await ownSession(deps, principal);
  const challenge = await takeChallenge(deps, own, 'add');
  refuseMore(own);
  const { factor } = own;
  const added = await deps.checks.added(credential, { challenge, ...relyingParty });
  if (!added || factor.passkeys.some(({ credentialId }) => credentialId === added.credentialId)) throw passkeyRefused();
  const createdAt = deps.clock.now().toISOString();
  const passkey: Passkey = { passkeyId: deps.newId('pky'), name, ...added, createdAt };
  return enrol(deps, own, { ...factor, passkeys: [...factor.passkeys, passkey] }, 'passkey-added', cause);
}

function refuseMore({ factor }: Own): void {
  if (factor.passkeys.length >= PASSKEYS_AT_MOST) throw new DomainError('too-many-passkeys');
}

/** By which a browser finds a passkey. */
export const descriptor = ({ credentialId: id, transports }: Passkey) => ({
  type: 'public-key' as const,
  id,
  transports: [...transports],
});
