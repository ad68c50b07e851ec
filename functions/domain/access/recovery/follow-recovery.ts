import { isRecoverable, isWaitingForOwn, type Recovery } from './model.ts';
import type { Recoveries } from './ports.ts';
import { type SendCodeDependencies, sendCode } from './send-code.ts';
import { type SendHintDependencies, tellIssued, tellLoginNames } from './send-hint.ts';
import { type FoundLogin, type WhoseRecoveryDependencies, whoseRecovery } from './whose-recovery.ts';

export interface FollowRecoveryDependencies
  extends WhoseRecoveryDependencies,
    Omit<SendCodeDependencies, 'recoveries'>,
    SendHintDependencies {
  readonly recoveries: Pick<Recoveries, 'find' | 'resolve'>;
}

/**
 * Follows from a recovery that was started. A login name gets its code, and so does the mail address of one login; several at one
 * address are told their login names there, to ask once more with one. Who has never used the login data that the agency
 * issued is told so. To a login that staff have blocked or disabled nothing goes. Called twice it sends the same again. It
 * rejects where the mail was not taken, to be called once more.
 */
export async function followRecovery(
  deps: FollowRecoveryDependencies,
  { tenantId, recoveryId }: Recovery,
): Promise<void> {
  const { recovery, tenant } = await deps.recoveries.find(tenantId, recoveryId);
  if (!recovery || !tenant || recovery.proof || deps.clock.now() >= new Date(recovery.codeUntil)) return;
  const { named, addressed, areMore } = await whoseRecovery(deps, recovery);
  const own = [named].filter((one) => one !== undefined).filter(canRecover);
  const others = addressed.filter(canRecover);
  const isOne = own.length === 0 && others.length === 1 && !areMore;
  const [one] = isOne ? others : own;
  const names = isOne ? [] : others;
  if (one) await sendCode(deps, { recovery, tenant, login: one.login, isByAddress: isOne });
  if (names.length > 0) await tellLoginNames(deps, recovery, names, areMore);
  if (one || names.length > 0) return;
  const [issued] = [named, ...addressed].filter((found) => found !== undefined).filter(isIssued);
  if (issued) await tellIssued(deps, recovery, issued.login);
}

const canRecover = ({ login, account }: FoundLogin) => isRecoverable(login, account);
const isIssued = ({ login, account }: FoundLogin) => isWaitingForOwn(login, account);
