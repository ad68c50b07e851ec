import type { ErrorCode } from '../../../../contract/errors.ts';
import type { MessagingSettings } from '../../../../contract/messaging-settings.ts';
import { type Permission, permissionNames } from '../../../../contract/permissions.ts';

/** What somebody may do, and what the agency's settings hold back, each with the error that says why. */
export interface Rights {
  readonly permissions: ReadonlySet<Permission>;
  readonly withheld: ReadonlyMap<Permission, ErrorCode>;
}

/** What an employee may do: what the roles allow, and to send SMS, which all may or those with one role (E0-3). */
export function rightsOfEmployee(
  settings: MessagingSettings,
  roles: readonly string[],
  allowed: ReadonlySet<Permission>,
): Rights {
  const { senderRole } = settings;
  const fits = senderRole === undefined || roles.includes(senderRole);
  const sending = switchedOff(settings) ?? (fits ? undefined : 'sms-role-missing');
  const menu = settings.serviceOn ? undefined : 'sms-service-off';
  return rightsOf(new Set([...allowed, 'messages:send']), [
    ...(sending ? ([['messages:send', sending]] as const) : []),
    ...(menu && allowed.has('messages:menu') ? ([['messages:menu', menu]] as const) : []),
  ]);
}

/** What an API token may do: its scopes, while the service is on and offered; it has no role. */
export function rightsOfToken(settings: MessagingSettings, scopes: readonly Permission[]): Rights {
  const why = switchedOff(settings);
  return rightsOf(new Set(scopes), why && scopes.includes('messages:send') ? [['messages:send', why]] : []);
}

function switchedOff({ serviceOn, offered }: MessagingSettings): ErrorCode | undefined {
  if (!serviceOn) return 'sms-service-off';
  return offered ? undefined : 'sms-not-offered';
}

function rightsOf(given: ReadonlySet<Permission>, held: readonly (readonly [Permission, ErrorCode])[]): Rights {
  const withheld = new Map(held);
  return { permissions: new Set(permissionNames.filter((name) => given.has(name) && !withheld.has(name))), withheld };
}
