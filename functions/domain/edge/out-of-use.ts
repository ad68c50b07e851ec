import type { Box, OutOfUse } from '../messaging/model.ts';
import type { Boxes } from '../messaging/ports.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';

export interface OutOfUseDependencies {
  readonly boxes: Pick<Boxes, 'find' | 'change'>;
  readonly clock: Clock;
}

/**
 * A person takes a box out of use: it is given no messages, and the next sweep asks for those back that it has not sent.
 * @throws DomainError `not-found`
 */
export function takeOutOfUse(
  { boxes, clock }: OutOfUseDependencies,
  tenantId: string,
  boxId: string,
  why: Pick<OutOfUse, 'reason' | 'by'>,
): Promise<void> {
  const outOfUse = { since: clock.now().toISOString(), ...why };
  return change(boxes, tenantId, boxId, (box) => ({ ...box, outOfUse }));
}

/**
 * The box is given messages again. One none of whose modems can send is out of use again soon.
 * @throws DomainError `not-found`
 */
export function useAgain({ boxes }: OutOfUseDependencies, tenantId: string, boxId: string): Promise<void> {
  return change(boxes, tenantId, boxId, ({ outOfUse: _, ...box }) => box);
}

async function change(
  boxes: OutOfUseDependencies['boxes'],
  tenantId: string,
  boxId: string,
  changed: (box: Box) => Box,
): Promise<void> {
  for (;;) {
    const box = await boxes.find(tenantId, boxId);
    if (!box || box.removedAt !== undefined) throw new DomainError('not-found');
    if (await boxes.change(box, changed(box))) return;
  }
}
