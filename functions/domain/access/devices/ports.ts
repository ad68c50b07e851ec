import type { AuditLine } from '../../audit/model.ts';
import type { Device } from './model.ts';

export interface Devices {
  /** The last used first; all there are. */
  list(tenantId: string, personId: string): Promise<Device[]>;
  /** With its line in the audit trail. False when it is gone or has logged in meanwhile: read it again. */
  remove(device: Device, audit: AuditLine): Promise<boolean>;
}
