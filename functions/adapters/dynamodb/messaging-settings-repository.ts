import type { MessagingSettings } from '../../../contract/messaging-settings.ts';
import { ADMINISTRATOR } from '../../../contract/permissions.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { Tenant } from '../../domain/directory/model.ts';
import type { AcceptedResponsibility, MessagingOfTenant } from '../../domain/messaging/settings/model.ts';
import type { MessagingSettingsStore } from '../../domain/messaging/settings/ports.ts';
import { auditPut } from './audit.ts';
import { roleAttribute, usesAttribute } from './codecs/roles.ts';
import { tenantOf } from './codecs/tenant.ts';
import { all, any, equals, exists, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

export class MessagingSettingsRepository implements MessagingSettingsStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string): Promise<Tenant> {
    const item = await this.#table.get(keys.tenant(tenantId));
    if (!item) throw new Error(`there is no ${tenantId}`);
    return tenantOf(item);
  }

  async replace(tenantId: string, before: MessagingOfTenant, messaging: MessagingSettings, audit: AuditLine) {
    const { messagingVersion: version } = before;
    const unchanged = equals('messagingVersion', version);
    const result = await this.#table.write(
      {
        update: keys.tenant(tenantId),
        change: { set: { messaging, messagingVersion: version + 1 } },
        condition: all(exists('pk'), version === 0 ? any(missing('messagingVersion'), unchanged) : unchanged),
      },
      auditPut(audit),
      ...roleWrites(tenantId, before.messaging.senderRole, messaging.senderRole),
    );
    if (result.done) return 'done';
    return result.refused[0] ? 'changed' : 'role-missing';
  }

  async accept(tenantId: string, smsResponsibility: AcceptedResponsibility, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.tenant(tenantId),
        change: { set: { smsResponsibility } },
        condition: all(exists('pk'), missing('smsResponsibility')),
      },
      auditPut(audit),
    );
    return done;
  }
}

/** A role that the settings name counts as used, so that it is not removed under them. That of the administrator always stays. */
function roleWrites(tenantId: string, before: string | undefined, next: string | undefined): Write[] {
  if (before === next) return [];
  const [lost, gained] = [before, next].map((role) => (role === ADMINISTRATOR ? undefined : role));
  if (lost === undefined && gained === undefined) return [];
  return [
    {
      update: keys.roles(tenantId),
      change: {
        add: {
          ...(lost !== undefined && { [usesAttribute(lost)]: -1 }),
          ...(gained !== undefined && { [usesAttribute(gained)]: 1 }),
        },
      },
      ...(gained !== undefined && { condition: exists(roleAttribute(gained)) }),
    },
  ];
}
