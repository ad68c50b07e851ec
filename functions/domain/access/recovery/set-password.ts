import { type RemoveSessionsDependencies, removeVoidSessions } from '../../portal/remove-sessions.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import { checkNewPassword, type IsCommonPassword, namesAround } from '../check-new-password.ts';
import type { PasswordChanges } from '../password-change/ports.ts';
import { type Accounts, type Logins, nameOf, type Passwords } from '../ports.ts';
import type { VerificationQuestions } from '../verification/ports.ts';
import { isRecoverable } from './model.ts';
import {
  type Proven,
  type ProvenRecovery,
  type ProvenRecoveryDependencies,
  provenRecovery,
} from './proven-recovery.ts';

export interface SetPasswordDependencies extends ProvenRecoveryDependencies, RemoveSessionsDependencies {
  readonly logins: Pick<Logins, 'tenantIdOf' | 'find'>;
  readonly accounts: Pick<Accounts, 'ofPerson'>;
  readonly questions: Pick<VerificationQuestions, 'find'>;
  readonly changes: PasswordChanges;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly isCommonPassword: IsCommonPassword;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * The end of a recovery: a new password, once. A lock by wrong passwords is lifted, a block by staff is not; all sessions end, and
 * nobody is logged in by it. A second factor is asked for at the next login as ever.
 *
 * @throws DomainError `code-refused`, `action-not-possible` before the question is answered, `invalid-request`, `changed-meanwhile`
 */
export async function setPassword(
  deps: SetPasswordDependencies,
  given: Proven & { readonly password: string },
): Promise<void> {
  const recovery = await provenRecovery(deps, given);
  const { tenantId, person } = recovery;
  const { personId } = person;
  await refuseUnanswered(deps, recovery);
  const login = await deps.logins.find(tenantId, person.loginName);
  const account = login?.personId === personId ? await deps.accounts.ofPerson(login) : undefined;
  const isSame = login && account && (login.epoch ?? 0) === person.epoch;
  if (!isSame || !isRecoverable(login, account)) throw new DomainError('code-refused');
  const names = namesAround({ tenant: account.tenant, name: nameOf(account) }, login.loginName);
  const errors = checkNewPassword(deps.isCommonPassword, given.password, names);
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });

  const at = deps.clock.now().toISOString();
  const what = 'password-recovered';
  const isDone = await deps.changes.apply({
    ...{ login, account, recovery, passwordHash: await deps.passwords.hash(given.password) },
    notification: {
      ...{ tenantId, subjectId: personId, notificationId: deps.newId('not'), at, by: personId, kind: what },
    },
    audit: {
      ...{
        tenantId,
        subjectId: personId,
        auditId: deps.newId('aud'),
        at,
        by: personId,
        requestId: given.requestId,
        address: given.address,
      },
      action: what,
    },
  });
  if (!isDone) throw new DomainError('changed-meanwhile');
  await removeVoidSessions(deps, tenantId, personId);
}

/** The question that there is now has to be answered, not one that it has replaced. */
async function refuseUnanswered(
  { questions }: Pick<SetPasswordDependencies, 'questions'>,
  { tenantId, person, answered }: ProvenRecovery,
): Promise<void> {
  const question = await questions.find(tenantId, person.personId);
  if (!question || question.recordedAt === answered) return;
  const message = 'Answer the verification question first';
  throw new DomainError('action-not-possible', { errors: [{ path: 'question', message }] });
}
