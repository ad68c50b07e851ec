import { employeeEntryOf } from '../codecs/employee-entry.ts';
import { all, equals } from '../condition.ts';
import { rolesWrite } from '../employee-repository.ts';
import { keys } from '../keys.ts';
import type { InviteeKind } from './invitee-kind.ts';

export const employeeInvitee: InviteeKind = {
  keys: (tenantId, personId) => [keys.entry(tenantId, personId)],
  inviteeOf([item]) {
    const employee = item && employeeEntryOf(item);
    if (employee?.status !== 'active') return undefined;
    const { id: personId, loginName, epoch, fields } = employee;
    const { name, language, mailAddress } = fields;
    return {
      ...{ personId, name, language, epoch },
      ...(mailAddress !== undefined && { mailAddress }),
      ...(loginName !== undefined && { loginName }),
    };
  },
  accepted([item], loginName) {
    if (!item) return [];
    const before = employeeEntryOf(item);
    const { tenantId, id, version, epoch } = before;
    const next = { ...before, loginName, epoch: epoch + 1 };
    return [
      {
        update: keys.entry(tenantId, id),
        change: { set: { loginName, epoch: next.epoch } },
        condition: all(equals('version', version), equals('epoch', epoch), equals('status', 'active')),
      },
      ...rolesWrite(before, next),
    ];
  },
};
