import { after, SECOND } from '../shared/clock.ts';
import type { NewId } from '../shared/ids.ts';
import { claim, type HandOverDependencies, publish } from './hand-over.ts';
import { type Box, type Message, takesMessages } from './model.ts';
import type { Boxes, Lease, WorkQueue } from './ports.ts';

/** How long one refill may hold a box; when its process dies, the next one begins after that. */
export const LEASE = 10 * SECOND;

export interface RefillDependencies extends HandOverDependencies {
  readonly boxes: Boxes;
  readonly workQueue: WorkQueue;
  readonly newId: NewId;
}

/**
 * Gives a box as much from its tenant's lane as its window has room for: urgent first, then the oldest.
 * `hinted` are messages just accepted, which the index may not show yet.
 */
export async function refillBox(
  dependencies: RefillDependencies,
  box: Box,
  hinted: readonly string[] = [],
): Promise<void> {
  if (!takesMessages(box)) return;
  const { boxes, newId, clock } = dependencies;
  const from = clock.now();
  const lease: Lease = { owner: newId('lease'), from, until: after(from, LEASE), hints: hinted };
  if ((await boxes.lease(box, lease)) === 'busy') return;
  for (let hints: readonly string[] | undefined = hinted; hints; hints = await boxes.release(box, lease)) {
    await fill(dependencies, box, hints);
  }
}

async function fill(
  dependencies: RefillDependencies,
  box: Box & { journalId: string },
  hinted: readonly string[],
): Promise<void> {
  const { messages, workQueue } = dependencies;
  const room = box.window - (await workQueue.loadOf(box, box.window));
  if (room <= 0) return;
  const ids = [...new Set([...(await workQueue.laneHead(box.tenantId, room)), ...hinted])].slice(0, room);
  const found = await Promise.all(ids.map((id) => messages.find(box.tenantId, id)));
  const waiting = found.filter((message): message is Message => message?.state === 'accepted');
  const claimed = await Promise.all(waiting.map((message) => claim(dependencies, message, box)));
  await publish(
    dependencies,
    box,
    claimed.filter((message) => message !== undefined),
  );
}
