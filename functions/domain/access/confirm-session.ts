import type { AuditLine } from '../audit/model.ts';
import type { Actor } from '../directory/entries/model.ts';
import { after, type Clock, MINUTE } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { loginNameKey } from './login-name.ts';
import type { Logins, Passwords, Sessions } from './ports.ts';
import { type PersonPrincipal, type Principal, personOf } from './principal.ts';

/** How long a session may change login data once the password was given again (A18). */
export const CONFIRMED_FOR = 5 * MINUTE;

export interface ConfirmDependencies {
  readonly sessions: Pick<Sessions, 'takeConfirmationTry' | 'confirm' | 'endAfterTries'>;
  readonly logins: Pick<Logins, 'find'>;
  readonly passwords: Pick<Passwords, 'verify'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Takes the password again from whoever is logged in. The tries are the session's own, taken before the password is looked at: who
 * has stolen a session gets three and no more, and locks nobody out.
 *
 * @throws DomainError `confirmation-failed`; with the third wrong password the session ends
 */
export async function confirmSession(
  deps: ConfirmDependencies,
  actor: Actor,
  principal: Principal,
  password: string,
): Promise<void> {
  const { sessions, logins, passwords, clock } = deps;
  const { tenantId, id: personId, loginName, sessionHash: secretHash } = personOf(principal);
  const session = { tenantId, personId, secretHash };
  if (!(await sessions.takeConfirmationTry(session))) throw new DomainError('confirmation-failed');
  const login = await logins.find(tenantId, loginNameKey(loginName));
  const isRight = login?.personId === personId && (await passwords.verify(password, login.passwordHash));
  if (!isRight) {
    await sessions.endAfterTries(session, lineOfEnd(deps, actor));
    throw new DomainError('confirmation-failed');
  }
  if (!(await sessions.confirm(session, clock.now()))) throw new DomainError('not-logged-in');
}

/** @throws DomainError `confirmation-needed` where the password was not given again within the last 5 minutes */
export function refuseUnconfirmed(principal: Principal, { now }: Clock): PersonPrincipal {
  const person = personOf(principal);
  const { confirmedAt } = person;
  if (confirmedAt === undefined || now() >= after(new Date(confirmedAt), CONFIRMED_FOR))
    throw new DomainError('confirmation-needed');
  return person;
}

function lineOfEnd({ clock, newId }: ConfirmDependencies, { tenantId, id, requestId, address }: Actor): AuditLine {
  return {
    ...{ tenantId, subjectId: id, auditId: newId('aud'), at: clock.now().toISOString(), by: id, requestId, address },
    action: 'session-ended-by-wrong-passwords',
  };
}
