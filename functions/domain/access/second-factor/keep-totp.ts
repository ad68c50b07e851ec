import type { CausingRequest } from '../../audit/model.ts';
import { after } from '../../shared/clock.ts';
import { refuseUnconfirmed } from '../confirm-session.ts';
import type { Principal } from '../principal.ts';
import { codeFailed, takeTry } from './check-code.ts';
import { changeOwn, type Enrolled, enrol, type KeepDependencies, notPossible, removeFactor } from './enrol.ts';
import { ENROLLING_FOR } from './model.ts';
import { ownSession } from './own-session.ts';

/** A secret for an app; nothing counts before it is confirmed. @throws DomainError `confirmation-needed` */
export async function beginTotp(
  deps: KeepDependencies,
  principal: Principal,
  request: CausingRequest,
): Promise<{ secret: string; uri: string }> {
  const own = await ownSession(deps, principal);
  if (!own.passwordJustGiven) refuseUnconfirmed(principal, deps.clock);
  const { account, factor } = own;
  const secret = deps.totp.makeSecret();
  const sealed = deps.sealer.seal(secret, { key: account.tenant.cursorKey, personId: factor.personId });
  const until = after(deps.clock.now(), ENROLLING_FOR).toISOString();
  await changeOwn(deps, own, { ...factor, enrolling: { sealed, until } }, 'totp-begun', request);
  const name = principal.kind === 'api-token' ? principal.name : principal.loginName;
  return { secret, uri: otpauthUri(account.tenant.name, name, secret) };
}

/** Key URI format of Google Authenticator's wiki, which all apps read. */
function otpauthUri(issuer: string, account: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
}

/**
 * The app counts from here on. The code that confirms it is used up.
 *
 * @throws DomainError `action-not-possible` when no app is being set up, `second-factor-failed`, `too-many-tries`
 */
export async function confirmTotp(
  deps: KeepDependencies,
  principal: Principal,
  code: string,
  request: CausingRequest,
): Promise<Enrolled> {
  const own = await ownSession(deps, principal);
  const { account, factor } = own;
  const { enrolling, ...kept } = factor;
  if (!enrolling || new Date(enrolling.until) <= deps.clock.now()) {
    throw notPossible('No app is being set up, or its time is over; begin again');
  }
  await takeTry(deps, factor);
  const secret = deps.sealer.open(enrolling.sealed, { key: account.tenant.cursorKey, personId: factor.personId });
  const step = deps.totp.stepOf(secret, code.trim(), deps.clock.now());
  if (step === undefined) throw codeFailed();
  return enrol(deps, own, { ...kept, totp: { sealed: enrolling.sealed, lastStep: step } }, 'totp-set-up', request);
}

/** @throws DomainError `action-not-possible` without an app, or when it is the last factor and one is required; `confirmation-needed` */
export async function removeTotp(deps: KeepDependencies, principal: Principal, request: CausingRequest): Promise<void> {
  const own = await ownSession(deps, principal);
  const { totp, ...without } = own.factor;
  if (!totp) throw notPossible('No app is set up');
  refuseUnconfirmed(principal, deps.clock);
  await removeFactor(deps, own, without, 'totp-removed', request);
}
