import { thingName } from '../../../contract/edge/names.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { BoxKey } from './health.ts';
import type { BoxAccesses, BoxRegister, CertificateAuthority } from './ports.ts';

export interface RemoveDependencies {
  readonly boxes: Pick<BoxRegister, 'find' | 'remove'>;
  readonly accesses: BoxAccesses;
  readonly authority: CertificateAuthority;
  readonly clock: Clock;
}

/**
 * Removes a box: it is given nothing more, its certificates are withdrawn, its connection ends, and the next sweep (a minute)
 * makes unconfirmed what it had. What a crash left undone is done when it is asked for again.
 *
 * @throws DomainError `not-found`
 */
export async function removeBox(
  { boxes, accesses, authority, clock }: RemoveDependencies,
  { tenantId, boxId }: BoxKey,
): Promise<void> {
  const thing = thingName(tenantId, boxId);
  for (;;) {
    const access = await markRemoved({ boxes, accesses, clock }, { tenantId, boxId });
    const all = [...access.retired, ...[access.next, access.current].flatMap((one) => one ?? [])];
    for (const certificate of all) await authority.withdraw(thing, certificate);
    await authority.disconnect(thing);
    if (access.version === 0 || (await accesses.remove(access))) break;
  }
}

async function markRemoved(
  { boxes, accesses, clock }: Pick<RemoveDependencies, 'boxes' | 'accesses' | 'clock'>,
  { tenantId, boxId }: BoxKey,
) {
  for (;;) {
    const box = await boxes.find(tenantId, boxId);
    if (!box) throw new DomainError('not-found');
    if (box.removedAt === undefined && !(await boxes.remove(box, clock.now()))) continue;
    const access = await accesses.find(box);
    if (box.removedAt !== undefined && access.version === 0) throw new DomainError('not-found');
    return access;
  }
}
