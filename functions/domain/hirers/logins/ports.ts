import type { Invitation } from '../../access/invitations/model.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { HirerAccess } from '../model.ts';

export interface HirerLogins {
  /** The access and the invitation of a contact, as far as there are any. */
  find(
    tenantId: string,
    contactId: string,
  ): Promise<{ readonly access: HirerAccess | undefined; readonly invitation: Invitation | undefined }>;
  /**
   * Takes login and invitation away, in one write. `changed`: somebody acted meanwhile; `gone`: there is no such contact any
   * more.
   */
  withdraw(before: HirerAccess | undefined, after: HirerAccess, audit: AuditLine): Promise<'done' | 'changed' | 'gone'>;
  /** Sessions and devices; they are void already by their epoch. */
  removeTraces(tenantId: string, contactId: string): Promise<void>;
  /** Accesses of those who have a login. */
  page(tenantId: string, limit: number, after?: string): Promise<{ items: HirerAccess[]; next?: string }>;
}
