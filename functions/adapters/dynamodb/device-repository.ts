import type { Device } from '../../domain/access/devices/model.ts';
import type { Devices } from '../../domain/access/devices/ports.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import { auditPut } from './audit.ts';
import { deviceOf } from './codecs/device.ts';
import { exists } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { DEVICE, keys, personPartition } from './keys.ts';
import type { Table, Write } from './table.ts';

/** Devices of one person that are shown. */
const DEVICES_AT_MOST = 100;

export class DeviceRepository implements Devices {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(tenantId: string, personId: string): Promise<Device[]> {
    const { items } = await this.#table.query({
      partition: { pk: personPartition(tenantId, personId) },
      sort: { attribute: 'sk', beginsWith: DEVICE },
      limit: DEVICES_AT_MOST,
      consistent: true,
    });
    return items.map(deviceOf).sort((a, b) => (a.lastUsedAt < b.lastUsedAt ? 1 : -1));
  }

  async remove(device: Device, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write({ delete: deviceKey(device), condition: exists('pk') }, auditPut(audit));
    return done;
  }
}

export const deviceKey = ({ tenantId, personId, secretHash }: Pick<Device, 'tenantId' | 'personId' | 'secretHash'>) =>
  keys.device(tenantId, personId, secretHash);

export function devicePut(device: Device): Write {
  return {
    put: {
      ...deviceKey(device),
      type: 'device',
      v: 1,
      ...device,
      expiresAtSeconds: epochSeconds(device.expiresAt),
    },
  };
}
