import type * as z from 'zod/mini';
import type { secondFactorRoutes } from '../../../../contract/routes/second-factor.ts';
import type { Principal } from '../principal.ts';
import { type OwnSessionDependencies, ownSession } from './own-session.ts';
import { isRequired } from './pending.ts';

/** One's own second factors, without anything that is secret. @throws DomainError `not-permitted` for an API token */
export async function describeSecondFactor(
  deps: Pick<OwnSessionDependencies, 'accounts' | 'secondFactors'>,
  principal: Principal,
): Promise<z.input<typeof secondFactorRoutes.getSecondFactor.answer.schema>> {
  const { account, factor } = await ownSession(deps, principal);
  return {
    required: isRequired(account),
    totp: factor.totp !== undefined,
    passkeys: factor.passkeys.length,
    recoveryCodesLeft: factor.recoveryCodes.length,
  };
}
