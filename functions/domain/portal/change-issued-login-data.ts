import type { FieldMessage, FieldValues } from '../../../contract/catalogues/field-messages/index.ts';
import type { FieldError } from '../../../contract/errors.ts';
import { checkNewPassword, type IsCommonPassword, namesAround } from '../access/check-new-password.ts';
import type { Browser } from '../access/devices/meet-device.ts';
import { type LoggedIn, type LogInDependencies, openSession } from '../access/log-in.ts';
import { checkOwnLoginName, loginNameKey } from '../access/login-name.ts';
import type { Login } from '../access/model.ts';
import type { Principal } from '../access/principal.ts';
import type { Actor } from '../directory/entries/model.ts';
import { enforceLimits } from '../limits/enforce-limits.ts';
import { readSettings, type SettingsStore } from '../settings/settings.ts';
import { DomainError } from '../shared/domain-error.ts';
import { type WriteDownDependencies, writtenAccess } from './automatic-block.ts';
import type { PortalAccess } from './model.ts';
import type { PortalAccesses } from './ports.ts';
import { type RemoveSessionsDependencies, removeVoidSessions } from './remove-sessions.ts';

export interface ChangeLoginDataDependencies
  extends LogInDependencies,
    RemoveSessionsDependencies,
    WriteDownDependencies {
  readonly accesses: PortalAccesses;
  readonly settings: SettingsStore;
  readonly isCommonPassword: IsCommonPassword;
}

export interface OwnLoginData {
  readonly loginName: string;
  readonly password: string;
}

/**
 * The worker's own login name and password take the place of the issued ones, which nothing else works before (E1-3). All
 * sessions end, and a new one begins.
 *
 * @throws DomainError `action-not-possible` when they were changed before, `invalid-request`, `name-taken`, `too-many-tries`
 */
export async function changeIssuedLoginData(
  deps: ChangeLoginDataDependencies,
  actor: Actor & Pick<Principal, 'tenant' | 'name'>,
  chosen: OwnLoginData,
  { browser, agencySite }: { readonly browser: Browser; readonly agencySite?: string | undefined },
): Promise<LoggedIn> {
  const { accesses, accounts, logins, passwords, clock, newId } = deps;
  const { tenantId, id: workerId } = actor;
  await enforceLimits(deps, { 'login-name-account': workerId });
  const access = await writtenAccess(deps, tenantId, workerId);
  const issuedName = access.loginName;
  const issued = issuedName === undefined ? undefined : await logins.find(tenantId, loginNameKey(issuedName));
  if (access.issuedUntil === undefined || !issued || access.cause === 'staff') {
    const message = 'These login data are not issued ones any more, or staff have blocked the access';
    throw new DomainError('action-not-possible', { errors: [{ path: 'status', message }] });
  }
  const { settings } = await readSettings(deps.settings, tenantId);
  const errors: FieldError[] = [
    ...nameFaults(chosen.loginName, issued.loginName, settings.loginPrefix),
    ...checkNewPassword(deps.isCommonPassword, chosen.password, namesAround(actor, chosen.loginName, issued.loginName)),
    ...((await passwords.verify(chosen.password, issued.passwordHash))
      ? [{ path: 'password', message: 'Choose another password than the one that you were sent' as const }]
      : []),
  ];
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });

  const at = clock.now().toISOString();
  const login: Login = {
    ...{ tenantId, personId: workerId, loginName: loginNameKey(chosen.loginName), tries: 0 },
    epoch: access.epoch + 1,
    passwordHash: await passwords.hash(chosen.password),
  };
  const { issuedUntil: _, cause: __, ...kept } = access;
  const next: PortalAccess = {
    ...{ ...kept, loginName: chosen.loginName, epoch: access.epoch + 1, version: access.version + 1 },
    status: 'enabled', // wrong passwords that blocked it were of the login data that go now
  };
  const what = 'portal-access-own-login-data';
  const result = await accesses.change(
    access,
    next,
    { kind: 'new', login },
    { tenantId, subjectId: workerId, notificationId: newId('not'), at, by: workerId, kind: what },
    {
      tenantId,
      subjectId: workerId,
      auditId: newId('aud'),
      at,
      by: workerId,
      requestId: actor.requestId,
      address: actor.address,
      action: what,
    },
  );
  if (result === 'name-taken') throw new DomainError('name-taken');
  if (result !== 'done') throw new DomainError('changed-meanwhile');
  await removeVoidSessions(deps, tenantId, workerId);
  const account = await accounts.ofPerson(login);
  if (!account) throw new DomainError('not-logged-in');
  return openSession(deps, login, account, { browser, agencySite });
}

function nameFaults(loginName: string, issued: string, prefix: string): FieldError[] {
  const key = loginNameKey(loginName);
  const fault = (message: FieldMessage, values?: FieldValues) => [
    { path: 'loginName', message, ...(values && { values }) },
  ];
  return [
    ...checkOwnLoginName(loginName),
    ...(key === issued ? fault('Choose another login name than the one that you were sent') : []),
    ...(key !== issued && key.startsWith(loginNameKey(`${prefix}_`))
      ? fault('Choose a login name that does not begin with {prefix}', { prefix: `${prefix}_` })
      : []),
  ];
}
