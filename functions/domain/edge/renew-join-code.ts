import { thingName } from '../../../contract/edge/names.ts';
import { joinCodeOf } from '../../../contract/join-code.ts';
import { after, type Clock, DAY } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { BoxKey } from './health.ts';
import type { BoxAccesses, BoxRegister, JoinSecrets } from './ports.ts';

export const JOIN_CODE_LIFE = DAY;

export interface JoinCodeDependencies {
  readonly boxes: Pick<BoxRegister, 'find'>;
  readonly accesses: BoxAccesses;
  readonly joinSecrets: JoinSecrets;
  readonly clock: Clock;
}

export interface Invitation {
  readonly id: string;
  readonly thing: string;
  /** nobody can read it again: only the hash of its secret is kept */
  readonly joinCode: string;
  /** ISO 8601 */
  readonly joinCodeExpiresAt: string;
}

/**
 * Makes a code with which the box may join once; the one before is void. A box that has a certificate keeps it until it is
 * heard on the one that it gets for this code.
 *
 * @throws DomainError `not-found`
 */
export async function renewJoinCode(
  { boxes, accesses, joinSecrets, clock }: JoinCodeDependencies,
  { tenantId, boxId }: BoxKey,
): Promise<Invitation> {
  const box = await boxes.find(tenantId, boxId);
  if (!box || box.removedAt !== undefined) throw new DomainError('not-found');
  const secret = joinSecrets.make();
  const expiresAt = after(clock.now(), JOIN_CODE_LIFE).toISOString();
  const joinCode = { secretHash: joinSecrets.hash(secret), expiresAt };
  while (!(await accesses.change({ ...(await accesses.find(box)), joinCode })));
  return {
    id: boxId,
    thing: thingName(tenantId, boxId),
    joinCode: joinCodeOf({ tenantId, boxId, secret }),
    joinCodeExpiresAt: expiresAt,
  };
}
