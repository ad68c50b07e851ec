import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { PortalAction } from '../../../contract/routes/portal-access.ts';
import { loginNameKey } from '../access/login-name.ts';
import type { Login } from '../access/model.ts';
import type { Passwords } from '../access/ports.ts';
import { auditLine } from '../directory/entries/audit-line.ts';
import type { Actor } from '../directory/entries/model.ts';
import type { Notification, Notifications } from '../notifications/model.ts';
import { after, type Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { type WriteDownDependencies, writtenAccess } from './automatic-block.ts';
import { firstLoginName, ISSUED_FOR, type IssuedLoginData, type IssuedSecrets } from './first-login-data.ts';
import { type MailWorkerDependencies, mailWorker } from './mail-worker.ts';
import { checkPossible, type PortalAccess, standingOf, TRANSITIONS } from './model.ts';
import { type MailTemplates, pickTemplate } from './pick-template.ts';
import type { Correspondences, LoginChange, PortalAccesses } from './ports.ts';
import { type RemoveSessionsDependencies, removeVoidSessions } from './remove-sessions.ts';

/** Somebody else may act at the same moment, and a login name may be taken. */
const ROUNDS = 10;
export interface ActDependencies extends RemoveSessionsDependencies, MailWorkerDependencies, WriteDownDependencies {
  readonly accesses: PortalAccesses;
  readonly correspondences: Correspondences;
  readonly templates: MailTemplates;
  readonly notifications: Pick<Notifications, 'mailed'>;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly issued: IssuedSecrets;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface Acted {
  readonly access: PortalAccess;
  readonly mail: MailOutcome;
  readonly loginData: IssuedLoginData | undefined;
}

/**
 * Takes a step in the life of a worker's portal access, writes it into the worker's file, and mails the worker. The step
 * stands whatever becomes of the mail.
 *
 * @param mailTo the address that staff picked or typed; undefined: the worker's first
 * @param templateId of a mail that carries login data; undefined: the built-in text
 * @throws DomainError `not-found`, `action-not-possible` with the reason, `invalid-request` for a template that can't be used
 */
export async function actOnAccess(
  deps: ActDependencies,
  actor: Actor,
  workerId: string,
  action: PortalAction,
  { mailTo, templateId }: { mailTo?: string | undefined; templateId?: string | undefined } = {},
): Promise<Acted> {
  const { tenantId } = actor;
  const correspondence = await deps.correspondences.of(tenantId, workerId);
  if (!correspondence) throw new DomainError('not-found');
  const { settings, worker } = correspondence;
  const template = await pickTemplate(deps.templates, { tenantId, action, worker }, templateId);
  const loginData = TRANSITIONS[action].loginData === 'new' ? { password: deps.issued.password() } : undefined;
  const passwordHash = loginData && (await deps.passwords.hash(loginData.password));
  for (let round = 0; round < ROUNDS; round++) {
    const before = await writtenAccess(deps, tenantId, workerId);
    checkPossible(before, action);
    const now = deps.clock.now();
    const issued = loginData && {
      ...loginData,
      loginName: firstLoginName(settings.loginPrefix, worker.givenName, deps.issued),
      validUntil: after(now, ISSUED_FOR),
    };
    const next = nextAccess(before, action, issued);
    if (issued && isSameName(issued.loginName, before.loginName)) continue; // drawn again: it can't take its own place
    const notification: Notification = {
      ...{ tenantId: tenantId, subjectId: workerId, notificationId: deps.newId('not'), by: actor.id },
      at: now.toISOString(),
      kind: `portal-access-${action}`,
    };
    const what = { action: `portal-access-${action}`, detail: `${standingOf(before)} → ${standingOf(next)}` };
    const audit = auditLine(deps.newId, actor, workerId, now.toISOString(), what);
    const login = loginChange(next, action, issued, passwordHash);
    const result = await deps.accesses.change(before, next, login, notification, audit);
    if (result === 'gone') throw new DomainError('not-found');
    if (result !== 'done') continue; // somebody else was quicker: looked at again, it may no longer be possible
    if (before.status !== 'disabled' && TRANSITIONS[action].loginData !== 'kept')
      await removeVoidSessions(deps, tenantId, workerId);
    const told = { mail: TRANSITIONS[action].mail, at: now, loginData: issued, template };
    const mail = await mailWorker(deps, correspondence, told, notification, mailTo);
    await deps.notifications.mailed(notification, mail);
    return { access: next, mail, loginData: issued };
  }
  throw new DomainError('temporarily-unavailable');
}

const isSameName = (one: string, other: string | undefined) =>
  other !== undefined && loginNameKey(one) === loginNameKey(other);

function nextAccess(before: PortalAccess, action: PortalAction, issued: IssuedLoginData | undefined): PortalAccess {
  const { to, loginData, endsSessions } = TRANSITIONS[action];
  const { loginName, issuedUntil, cause: _, ...kept } = before;
  return {
    ...kept,
    status: to,
    ...(to === 'blocked' && { cause: 'staff' as const }),
    ...(loginData === 'kept' && {
      ...(loginName !== undefined && { loginName }),
      ...(issuedUntil !== undefined && { issuedUntil }),
    }),
    ...(issued && { loginName: issued.loginName, issuedUntil: issued.validUntil.toISOString() }),
    epoch: before.epoch + (endsSessions ? 1 : 0),
    version: before.version + 1,
  };
}

function loginChange(
  { tenantId, workerId, epoch }: PortalAccess,
  action: PortalAction,
  issued: IssuedLoginData | undefined,
  passwordHash: string | undefined,
): LoginChange {
  if (issued && passwordHash !== undefined) {
    const login: Login = {
      ...{ tenantId, personId: workerId, passwordHash, tries: 0, epoch },
      loginName: loginNameKey(issued.loginName),
      issuedUntil: issued.validUntil.toISOString(),
    };
    return { kind: 'new', login };
  }
  if (TRANSITIONS[action].loginData === 'deleted') return { kind: 'deleted' };
  return { kind: TRANSITIONS[action].to === 'blocked' ? 'blocked' : 'released' };
}
