import type { PasswordChange, PasswordChanges } from '../../domain/access/password-change/ports.ts';
import { auditPut } from './audit.ts';
import { all, equals, missing } from './condition.ts';
import { keys } from './keys.ts';
import { notificationPut } from './notification-repository.ts';
import { recoveryUse } from './recovery-repository.ts';
import type { Table, Write } from './table.ts';

export class PasswordChangeRepository implements PasswordChanges {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async apply(change: PasswordChange): Promise<boolean> {
    const { login, account, passwordHash, notification, audit, recovery } = change;
    const epoch = (login.epoch ?? 0) + 1;
    const { done } = await this.#table.write(
      {
        update: keys.login(login.tenantId, login.loginName),
        change: { set: { passwordHash, tries: 0, epoch }, remove: ['locked'] },
        condition: all(equals('passwordHash', login.passwordHash), missing('blocked')),
      },
      personUpdate(account, login.tenantId),
      ...(recovery ? [recoveryUse(recovery, notification.at)] : []),
      notificationPut(notification),
      auditPut(audit),
    );
    return done;
  }
}

/** Sessions of before are void by it. */
function personUpdate(account: PasswordChange['account'], tenantId: string): Write {
  if (account.kind === 'employee') {
    const { employeeId, epoch } = account.employee;
    return {
      update: keys.entry(tenantId, employeeId),
      change: { set: { epoch: epoch + 1 } },
      condition: all(equals('epoch', epoch), equals('status', 'active')),
    };
  }
  const { epoch, version } = account.access;
  const key =
    account.kind === 'worker'
      ? keys.portalAccess(tenantId, account.access.workerId)
      : keys.hirerAccess(tenantId, account.access.contactId);
  return {
    update: key,
    change: { set: { status: 'enabled', epoch: epoch + 1, version: version + 1 }, remove: ['cause'] },
    condition: equals('version', version),
  };
}
