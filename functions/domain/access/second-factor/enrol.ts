import type { FieldMessage, FieldValues } from '../../../../contract/catalogues/field-messages/index.ts';
import { NOTICES } from '../../../../contract/notices.ts';
import type { AuditLine, CausingRequest } from '../../audit/model.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { personPrincipal } from '../authenticate.ts';
import type { LoggedIn } from '../log-in.ts';
import type { Principal } from '../principal.ts';
import { isSet, RECOVERY_CODES, recoveryCodeKey, type SecondFactor } from './model.ts';
import { type Own, rotated } from './own-session.ts';
import type { PassDependencies } from './pass-second-factor.ts';
import { isRequired } from './pending.ts';
import type { RecoveryCodeMaker, Rotation } from './ports.ts';

export interface KeepDependencies extends PassDependencies {
  readonly recoveryCodes: RecoveryCodeMaker;
}

/** What a new factor brings: another token where the session lacked it, and recovery codes with the first one. */
export type Enrolled = { readonly principal: Principal; readonly recoveryCodes?: string[] } & Partial<LoggedIn>;
type EnrolDependencies = Omit<KeepDependencies, 'totp' | 'sealer'>;

/** Stores a new factor, with recovery codes if it is the first, and opens the session that lacked it. */
export async function enrol(
  deps: EnrolDependencies,
  own: Own,
  next: SecondFactor,
  action: string,
  request: CausingRequest,
): Promise<Enrolled> {
  const made = isSet(own.factor) ? undefined : makeRecoveryCodes(deps);
  const factor = { ...next, tries: 0, ...(made && { recoveryCodes: made.hashes }) };
  const open = own.session.pending ? rotated(deps, own) : undefined;
  await changeOwn(deps, own, factor, action, request, open?.rotation);
  return {
    principal: open?.principal ?? personPrincipal(own.account, own.session),
    ...(open && { token: open.token }),
    ...(made && { recoveryCodes: made.codes }),
  };
}

/** A set of codes to be shown once, and what is kept of them. */
export function makeRecoveryCodes({ recoveryCodes, secrets }: Pick<KeepDependencies, 'recoveryCodes' | 'secrets'>) {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodes.password());
  return { codes, hashes: codes.map((code) => secrets.hash(recoveryCodeKey(code))) };
}

type ChangeDependencies = Pick<KeepDependencies, 'secondFactors' | 'clock' | 'newId'>;

/** The recovery codes go with the last factor. @throws DomainError `action-not-possible` where one is required */
export async function removeFactor(
  deps: ChangeDependencies,
  own: Own,
  next: SecondFactor,
  action: string,
  request: CausingRequest,
): Promise<void> {
  const left = isSet(next);
  if (!left && isRequired(own.account)) throw notPossible('Your agency asks for a second factor: set up another first');
  await changeOwn(deps, own, left ? next : { ...next, recoveryCodes: [] }, action, request);
}

/** Its owner is mailed where the action is among those that may be a stranger's. @throws DomainError `changed-meanwhile` */
export async function changeOwn(
  deps: ChangeDependencies,
  own: Own,
  next: SecondFactor,
  action: string,
  request: CausingRequest,
  rotation?: Rotation,
): Promise<void> {
  const audit = lineOf(deps, own, action, request);
  const { tenantId, subjectId, at, by } = audit;
  const kind = NOTICES.find((one) => one === action);
  const notification = kind && { tenantId, subjectId, at, by, kind, notificationId: deps.newId('not') };
  const written = { audit, ...(notification && { notification }) };
  const after = { ...next, version: own.factor.version + 1 };
  if (!(await deps.secondFactors.change(own.factor, after, written, rotation)))
    throw new DomainError('changed-meanwhile');
}

/** For the audit trail: what somebody did with their own factors. */
export function lineOf(
  { clock, newId }: Pick<ChangeDependencies, 'clock' | 'newId'>,
  { session: { tenantId, personId } }: Pick<Own, 'session'>,
  action: string,
  request: CausingRequest,
): AuditLine {
  return {
    ...{ tenantId, subjectId: personId, auditId: newId('aud'), at: clock.now().toISOString() },
    ...{ by: personId, ...request, action },
  };
}

export function notPossible(message: FieldMessage, values: FieldValues = {}): DomainError {
  return new DomainError('action-not-possible', { errors: [{ path: 'status', message, values }] });
}
