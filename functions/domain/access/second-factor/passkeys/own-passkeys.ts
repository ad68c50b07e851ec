import type * as z from 'zod/mini';
import type { passkeyRoutes } from '../../../../../contract/routes/passkeys.ts';
import type { CausingRequest } from '../../../audit/model.ts';
import { DomainError } from '../../../shared/domain-error.ts';
import { refuseUnconfirmed } from '../../confirm-session.ts';
import type { Principal } from '../../principal.ts';
import { removeFactor } from '../enrol.ts';
import { ownSession } from '../own-session.ts';
import type { PasskeyDependencies } from './add-passkey.ts';

export async function listPasskeys(
  deps: Pick<PasskeyDependencies, 'accounts' | 'secondFactors'>,
  principal: Principal,
): Promise<z.input<typeof passkeyRoutes.listPasskeys.answer.schema>> {
  const { factor } = await ownSession(deps, principal);
  return {
    items: factor.passkeys.map(({ passkeyId: id, name, createdAt, lastUsedAt }) => ({
      ...{ id, name, createdAt },
      ...(lastUsedAt !== undefined && { lastUsedAt }),
    })),
  };
}

/** @throws DomainError `not-found`, `confirmation-needed`, `action-not-possible` when it is the last factor and one is required */
export async function removePasskey(
  deps: PasskeyDependencies,
  principal: Principal,
  passkeyId: string,
  request: CausingRequest,
): Promise<void> {
  const own = await ownSession(deps, principal);
  const { factor } = own;
  const passkeys = factor.passkeys.filter((one) => one.passkeyId !== passkeyId);
  if (passkeys.length === factor.passkeys.length) throw new DomainError('not-found');
  refuseUnconfirmed(principal, deps.clock);
  await removeFactor(deps, own, { ...factor, passkeys }, 'passkey-removed', request);
}
