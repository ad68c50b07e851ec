import type { Actor } from '../../directory/entries/model.ts';
import { type RemoveSessionsDependencies, removeVoidSessions } from '../../portal/remove-sessions.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { checkNewPassword, type IsCommonPassword, namesAround } from '../check-new-password.ts';
import { refuseUnconfirmed } from '../confirm-session.ts';
import type { Browser } from '../devices/meet-device.ts';
import { type LoggedIn, type LogInDependencies, openSession } from '../log-in.ts';
import { loginNameKey } from '../login-name.ts';
import { nameOf } from '../ports.ts';
import type { Principal } from '../principal.ts';
import type { PasswordChanges } from './ports.ts';

export interface ChangeOwnPasswordDependencies extends LogInDependencies, RemoveSessionsDependencies {
  readonly changes: PasswordChanges;
  readonly isCommonPassword: IsCommonPassword;
}

/**
 * Puts another password in place of one's own. Every session and device of before is void by it, this one's too, which goes on
 * with another secret (A16).
 *
 * @throws DomainError `confirmation-needed`, `invalid-request`, `changed-meanwhile`
 */
export async function changeOwnPassword(
  deps: ChangeOwnPasswordDependencies,
  { requestId, address }: Actor,
  principal: Principal,
  password: string,
  { browser, agencySite }: { readonly browser: Browser; readonly agencySite?: string | undefined },
): Promise<LoggedIn> {
  const inPlaceOf = refuseUnconfirmed(principal, deps.clock);
  const { tenantId, id: personId, loginName } = inPlaceOf;
  const login = await deps.logins.find(tenantId, loginNameKey(loginName));
  const account = login?.personId === personId ? await deps.accounts.ofPerson(login) : undefined;
  if (!login || !account) throw new DomainError('not-logged-in');
  const names = namesAround({ tenant: account.tenant, name: nameOf(account) }, loginName);
  const errors = checkNewPassword(deps.isCommonPassword, password, names);
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });

  const at = deps.clock.now().toISOString();
  const what = 'password-changed';
  const line = { tenantId, subjectId: personId, at, by: personId };
  const isDone = await deps.changes.apply({
    ...{ login, account, passwordHash: await deps.passwords.hash(password) },
    notification: { ...line, notificationId: deps.newId('not'), kind: what },
    audit: { ...line, auditId: deps.newId('aud'), requestId, address, action: what },
  });
  if (!isDone) throw new DomainError('changed-meanwhile');
  await removeVoidSessions(deps, tenantId, personId);
  const [newLogin, newAccount] = [
    await deps.logins.find(tenantId, login.loginName),
    await deps.accounts.ofPerson(login),
  ];
  if (!newLogin || !newAccount) throw new DomainError('not-logged-in');
  return openSession(deps, newLogin, newAccount, { browser, agencySite, inPlaceOf });
}
