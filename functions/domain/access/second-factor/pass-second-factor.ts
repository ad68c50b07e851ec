import type { CausingRequest } from '../../audit/model.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { LoggedIn } from '../log-in.ts';
import type { Principal } from '../principal.ts';
import { codeFailed, takeTry } from './check-code.ts';
import { lineOf } from './enrol.ts';
import { recoveryCodeKey, type SecondFactor } from './model.ts';
import { type Own, type OwnSessionDependencies, ownSession, rotated } from './own-session.ts';
import type { Sealer, TotpCodes } from './ports.ts';

export interface PassDependencies extends OwnSessionDependencies {
  readonly totp: TotpCodes;
  readonly sealer: Sealer;
  readonly newId: NewId;
}

const TOTP_CODE = /^\d{6}$/;

/**
 * The second factor after the password: a code of the app, which counts once, or a recovery code, which is then gone. The
 * session goes on under another token.
 *
 * @throws DomainError `action-not-possible` when the session lacks none, `second-factor-failed`, `too-many-tries`
 */
export async function passSecondFactor(
  deps: PassDependencies,
  principal: Principal,
  code: string,
  request: CausingRequest,
): Promise<LoggedIn> {
  const own = await ownSession(deps, principal);
  if (own.session.pending !== 'second-factor') {
    const message = 'This session needs no second factor';
    throw new DomainError('action-not-possible', { errors: [{ path: 'status', message }] });
  }
  await takeTry(deps, own.factor);
  const used = afterCode(deps, own, code.trim());
  if (!used) throw codeFailed();
  const { rotation, ...loggedIn } = rotated(deps, own);
  const audit = lineOf(deps, own, used.recoveryCode ? 'recovery-code-used' : 'second-factor-passed', request);
  if (!(await deps.secondFactors.change(own.factor, used.factor, { audit }, rotation))) throw codeFailed();
  return loggedIn;
}

/** The factors once the code is used up; undefined for a wrong one. */
function afterCode(
  { totp, sealer, secrets, clock }: PassDependencies,
  { account, factor }: Own,
  code: string,
): { factor: SecondFactor; recoveryCode: boolean } | undefined {
  const next = { ...factor, tries: 0, version: factor.version + 1 };
  if (TOTP_CODE.test(code)) {
    if (!factor.totp) return undefined;
    const { sealed, lastStep } = factor.totp;
    const secret = sealer.open(sealed, { key: account.tenant.cursorKey, personId: factor.personId });
    const step = totp.stepOf(secret, code, clock.now());
    if (step === undefined || step <= lastStep) return undefined;
    return { factor: { ...next, totp: { sealed, lastStep: step } }, recoveryCode: false };
  }
  const hash = secrets.hash(recoveryCodeKey(code));
  if (!factor.recoveryCodes.includes(hash)) return undefined;
  const recoveryCodes = factor.recoveryCodes.filter((one) => one !== hash);
  return { factor: { ...next, recoveryCodes }, recoveryCode: true };
}
