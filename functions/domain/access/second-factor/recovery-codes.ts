import type { CausingRequest } from '../../audit/model.ts';
import { refuseUnconfirmed } from '../confirm-session.ts';
import type { Principal } from '../principal.ts';
import { changeOwn, type KeepDependencies, makeRecoveryCodes, notPossible } from './enrol.ts';
import { isSet } from './model.ts';
import { ownSession } from './own-session.ts';

/** New codes in place of all that are left. @throws DomainError `action-not-possible` without a factor, `confirmation-needed` */
export async function renewRecoveryCodes(
  deps: KeepDependencies,
  principal: Principal,
  request: CausingRequest,
): Promise<string[]> {
  const own = await ownSession(deps, principal);
  if (!isSet(own.factor)) throw notPossible('Set up a second factor first');
  refuseUnconfirmed(principal, deps.clock);
  const { codes, hashes } = makeRecoveryCodes(deps);
  await changeOwn(deps, own, { ...own.factor, recoveryCodes: hashes }, 'recovery-codes-renewed', request);
  return codes;
}
