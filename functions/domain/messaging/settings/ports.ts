import type { MessagingSettings } from '../../../../contract/messaging-settings.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { Tenant } from '../../directory/model.ts';
import type { AcceptedResponsibility, MessagingOfTenant } from './model.ts';

export interface MessagingSettingsStore {
  /** Counts who may not be removed as a role: `role-missing` where there is no such one; `changed` when it is no longer in that version. */
  replace(
    tenantId: string,
    before: MessagingOfTenant,
    settings: MessagingSettings,
    audit: AuditLine,
  ): Promise<'done' | 'changed' | 'role-missing'>;
  /** False when it was accepted already. */
  accept(tenantId: string, responsibility: AcceptedResponsibility, audit: AuditLine): Promise<boolean>;
  find(tenantId: string): Promise<Tenant>;
}
