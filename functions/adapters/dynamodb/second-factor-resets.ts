import type { WrittenDown } from '../../domain/access/invitations/ports.ts';
import type { SecondFactorResets } from '../../domain/access/second-factor/reset-second-factor.ts';
import type { EmployeeEntry } from '../../domain/directory/employees/model.ts';
import { auditPut } from './audit.ts';
import { all, equals } from './condition.ts';
import { keys } from './keys.ts';
import { notificationPut } from './notification-repository.ts';
import type { Table } from './table.ts';

export class SecondFactorResetWriter implements SecondFactorResets {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async apply(before: EmployeeEntry, { tenantId, id, epoch }: EmployeeEntry, { notification, audit }: WrittenDown) {
    const { done } = await this.#table.write(
      {
        update: keys.entry(tenantId, id),
        change: { set: { epoch } },
        condition: all(equals('version', before.version), equals('epoch', before.epoch)),
      },
      { delete: keys.secondFactor(tenantId, id) },
      notificationPut(notification),
      auditPut(audit),
    );
    return done;
  }
}
