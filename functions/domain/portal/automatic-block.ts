import { AUTOMATIC_BLOCK } from '../../../contract/notices.ts';
import type { Login } from '../access/model.ts';
import type { Notification } from '../notifications/model.ts';
import { after, type Clock, SECOND } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { DerivedId } from '../shared/ids.ts';
import { noAccessYet, type PortalAccess } from './model.ts';
import type { PortalAccesses, UnwrittenBlock } from './ports.ts';

/**
 * A try is taken before its password is looked at, so a third one may still turn out right. After this long it is written down as
 * a block, and the login that is slower comes too late. Normal is 0.1 s.
 */
export const LOOKED_AT_WITHIN = 5 * SECOND;
/** Staff may act at the same moment. */
const ROUNDS = 10;

export interface WriteDownDependencies {
  readonly accesses: Pick<PortalAccesses, 'find' | 'change'>;
  readonly derivedId: DerivedId;
}

export interface FollowBlockDependencies extends WriteDownDependencies {
  readonly clock: Clock;
  /** resolves after so many milliseconds */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Follows from a worker's third try: the block is written down; a mail follows from the line in the file (E1-4). Called twice
 * for the same try it does nothing more.
 */
export async function followAutomaticBlock(deps: FollowBlockDependencies, seen: Login): Promise<void> {
  const { tenantId, personId: workerId, lastTryAt } = seen;
  if (lastTryAt === undefined) return;
  const left = after(new Date(lastTryAt), LOOKED_AT_WITHIN).getTime() - deps.clock.now().getTime();
  if (left > 0) await deps.wait(left);
  await writtenAccess(deps, tenantId, workerId);
}

/** The access as it is now, after a block by wrong passwords was written down: whatever is done next stands behind it. */
export async function writtenAccess(
  deps: WriteDownDependencies,
  tenantId: string,
  workerId: string,
): Promise<PortalAccess> {
  for (let round = 0; round < ROUNDS; round++) {
    const access = await deps.accesses.find(tenantId, workerId);
    if (!access?.unwritten) return access ?? noAccessYet(tenantId, workerId);
    await writeDown(deps, access.unwritten);
  }
  throw new DomainError('temporarily-unavailable');
}

/** With its lines in the file and in the audit trail; nothing where it is written down or over meanwhile. */
async function writeDown(deps: WriteDownDependencies, { stored, login, at }: UnwrittenBlock): Promise<void> {
  const { tenantId, workerId } = stored;
  const notification = notificationOf(deps, login, at);
  await deps.accesses.change(
    stored,
    { ...stored, status: 'blocked', cause: 'auto', version: stored.version + 1 },
    { kind: 'locked', at },
    notification,
    {
      ...{ tenantId, subjectId: workerId, at, by: notification.by, action: notification.kind },
      auditId: deps.derivedId('aud', new Date(at), nameOf(login, at)),
      detail: `${stored.status} → blocked-automatically`,
    },
  );
}

/** The same for the same block, however often it is told. */
function notificationOf({ derivedId }: WriteDownDependencies, login: Login, at: string): Notification {
  return {
    ...{ tenantId: login.tenantId, subjectId: login.personId, at, by: 'system', kind: AUTOMATIC_BLOCK },
    notificationId: derivedId('not', new Date(at), nameOf(login, at)),
  };
}

const nameOf = ({ tenantId, personId }: Login, at: string) => `block of ${tenantId} ${personId} ${at}`;
