import { type Box, takesNewMessages } from '../messaging/model.ts';
import type { Boxes } from '../messaging/ports.ts';
import type { Clock } from '../shared/clock.ts';
import { canSend, type Healths } from './health.ts';

export interface TurnDependencies {
  readonly boxes: Pick<Boxes, 'list'>;
  readonly healths: Pick<Healths, 'find' | 'list'>;
  readonly clock: Clock;
}

/**
 * Whether a box is to be given messages: when it was heard of lately and can send them, or when no other can. The last may be
 * about to return, and what it has then is sent the moment that it does.
 */
export async function isItsTurn({ boxes, healths, clock }: TurnDependencies, box: Box): Promise<boolean> {
  const now = clock.now();
  if (canSend(await healths.find(box), now)) return true;
  const [all, known] = await Promise.all([boxes.list(box.tenantId), healths.list(box.tenantId)]);
  const healthOf = ({ boxId }: Box) => known.find((health) => health.boxId === boxId);
  const others = all.filter((other) => other.boxId !== box.boxId && takesNewMessages(other));
  return !others.some((other) => canSend(healthOf(other), now));
}
