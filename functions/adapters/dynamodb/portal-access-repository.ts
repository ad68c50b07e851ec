import { loginNameKey } from '../../domain/access/login-name.ts';
import { TRIES } from '../../domain/access/model.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { Notification } from '../../domain/notifications/model.ts';
import type { PortalAccess } from '../../domain/portal/model.ts';
import type { LoginChange, PortalAccesses, UnwrittenBlock } from '../../domain/portal/ports.ts';
import { auditPut } from './audit.ts';
import { loginOf } from './codecs/login.ts';
import { portalAccessOf } from './codecs/portal-access.ts';
import { all, equals, exists, missing } from './condition.ts';
import { used } from './entry-repository.ts';
import { keys } from './keys.ts';
import { notificationPut } from './notification-repository.ts';
import { removeSessionsAndDevices } from './remove-sessions.ts';
import type { Table, Write } from './table.ts';

export class PortalAccessRepository implements PortalAccesses {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(
    tenantId: string,
    workerId: string,
  ): Promise<(PortalAccess & { readonly unwritten?: UnwrittenBlock }) | undefined> {
    const item = await this.#table.get(keys.portalAccess(tenantId, workerId));
    const access = item && portalAccessOf(item);
    if (access?.status !== 'enabled' || access.loginName === undefined) return access;
    // Three wrong tries block by themselves, at the moment of the third; to write it down here follows.
    const loginItem = await this.#table.get(keys.login(tenantId, loginNameKey(access.loginName)));
    const login = loginItem && loginOf(loginItem);
    if (login?.lastTryAt === undefined || login.tries < TRIES) return access;
    return { ...access, status: 'blocked', cause: 'auto', unwritten: { stored: access, login, at: login.lastTryAt } };
  }

  async change(
    before: PortalAccess,
    next: PortalAccess,
    login: LoginChange,
    notification: Notification,
    audit: AuditLine,
  ): Promise<'done' | 'changed' | 'name-taken' | 'gone'> {
    const { tenantId, workerId } = next;
    const need = Number(next.status !== 'disabled') - Number(before.status !== 'disabled');
    const writes = loginWrites(before, login);
    const key = keys.portalAccess(tenantId, workerId);
    const result = await this.#table.write(
      {
        put: { ...key, type: 'portal-access', v: 1, ...next },
        condition: before.version === 0 ? missing('pk') : equals('version', before.version),
      },
      ...writes,
      // A worker can't be removed from the directory while the login is there.
      ...(need === 0 ? [] : [used(tenantId, workerId, need > 0 ? 1 : -1)]),
      // With the access, and again with the next: one that was set up at the moment of its end counts no longer.
      ...(need === 0 ? [] : [{ delete: keys.secondFactor(tenantId, workerId) }]),
      notificationPut(notification),
      auditPut(audit),
    );
    if (result.done) return 'done';
    if (need !== 0 && result.refused[1 + writes.length]) return 'gone';
    return result.refused[0] || login.kind !== 'new' ? 'changed' : 'name-taken';
  }

  removeSessions(tenantId: string, workerId: string): Promise<void> {
    return removeSessionsAndDevices(this.#table, tenantId, workerId);
  }
}

function loginWrites({ tenantId, workerId, loginName }: PortalAccess, change: LoginChange): Write[] {
  const key = loginName === undefined ? undefined : keys.login(tenantId, loginNameKey(loginName));
  const its = all(exists('pk'), equals('personId', workerId));
  switch (change.kind) {
    case 'new':
      return [
        ...(key ? [{ delete: key, condition: its }] : []),
        {
          put: { ...keys.login(tenantId, change.login.loginName), type: 'login', v: 1, ...change.login },
          condition: missing('pk'),
        },
      ];
    case 'deleted':
      return [
        ...(key ? [{ delete: key, condition: its }] : []),
        { delete: keys.verificationQuestion(tenantId, workerId) },
        { delete: keys.mailAddressChange(tenantId, workerId) },
      ];
    case 'blocked':
      return key ? [{ update: key, change: { set: { blocked: true } }, condition: its }] : [];
    case 'locked': {
      const stillIs = all(its, equals('tries', TRIES), equals('lastTryAt', change.at));
      return key ? [{ update: key, change: { set: { locked: true } }, condition: stillIs }] : [];
    }
    case 'released':
      return key ? [{ update: key, change: { set: { tries: 0 }, remove: ['blocked', 'locked'] }, condition: its }] : [];
  }
}
