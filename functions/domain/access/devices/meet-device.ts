import { after } from '../../shared/clock.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Login } from '../model.ts';
import type { Secrets } from '../ports.ts';
import { deviceToken, parseDeviceToken } from '../tokens.ts';
import { DEVICE_KNOWN_FOR, type Device, type ShownDevice } from './model.ts';

/** What the browser of a login says of itself. */
export interface Browser {
  /** the value of its cookie */
  readonly token?: string | undefined;
  /** the value of its session's cookie, if it has one */
  readonly session?: string | undefined;
  readonly label?: string | undefined;
}

/** The device that a browser shows to an agency; nothing where it shows none, or that of another agency. */
export function shownDevice(
  { token }: Browser,
  tenantId: string,
  { hash }: Pick<Secrets, 'hash'>,
): ShownDevice | undefined {
  const parsed = token === undefined ? undefined : parseDeviceToken(token);
  if (parsed?.tenantId !== tenantId) return undefined;
  return { tenantId, personId: parsed.personId, secretHash: hash(parsed.secret) };
}

/** The device after a login: known from now on, or known already and with another secret. */
export function knownDevice(
  { secrets, newId }: { secrets: Secrets; newId: NewId },
  { tenantId, personId, epoch = 0 }: Login,
  { label }: Browser,
  before: Device | undefined,
  now: Date,
): { device: Device; token: string } {
  const secret = secrets.make();
  const device: Device = {
    ...{ tenantId, personId, epoch, tries: 0 },
    deviceId: before?.deviceId ?? newId('dev'),
    secretHash: secrets.hash(secret),
    ...(label !== undefined && { label }),
    knownSince: before?.knownSince ?? now.toISOString(),
    lastUsedAt: now.toISOString(),
    expiresAt: after(now, DEVICE_KNOWN_FOR).toISOString(),
  };
  return { device, token: deviceToken(tenantId, personId, secret) };
}
