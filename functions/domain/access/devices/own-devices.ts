import type * as z from 'zod/mini';
import type { deviceRoutes } from '../../../../contract/routes/devices.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Principal } from '../principal.ts';
import type { Device } from './model.ts';
import type { Devices } from './ports.ts';

type DeviceList = z.input<typeof deviceRoutes.listDevices.answer.schema>;

/** The devices in which whoever asks has logged in; an API token has none. `shown`: hash of what this browser has. */
export async function listDevices(
  devices: Devices,
  principal: Principal,
  { now }: Clock,
  shown: string | undefined,
): Promise<DeviceList> {
  const known = await knownDevices(devices, principal, now());
  return {
    items: known.map(({ deviceId, label, knownSince, lastUsedAt, expiresAt, secretHash }) => ({
      ...{ id: deviceId, knownSince, lastUsedAt, expiresAt },
      ...(label !== undefined && { label }),
      current: secretHash === shown,
    })),
  };
}

/** Times that a device is looked for again that logs in at the same moment. */
const ROUNDS = 3;

/** Forgets one of one's own devices. @throws DomainError `not-found` */
export async function removeDevice(
  { devices, clock, newId }: { devices: Devices; clock: Clock; newId: NewId },
  principal: Principal,
  { tenantId, id: by, requestId, address }: Actor,
  deviceId: string,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const now = clock.now();
    const device = (await knownDevices(devices, principal, now)).find((one) => one.deviceId === deviceId);
    if (!device) throw new DomainError('not-found');
    const audit = {
      ...{ tenantId, subjectId: by, auditId: newId('aud'), at: now.toISOString(), by, requestId, address },
      action: 'device-removed',
      detail: deviceId,
    };
    if (await devices.remove(device, audit)) return;
  }
  throw new DomainError('temporarily-unavailable');
}

async function knownDevices(devices: Devices, { kind, tenantId, id }: Principal, now: Date): Promise<Device[]> {
  const found = kind === 'api-token' ? [] : await devices.list(tenantId, id);
  return found.filter(({ expiresAt }) => new Date(expiresAt) > now);
}
