import { after } from '../shared/clock.ts';
import { LIFETIME } from './accept-message.ts';
import { publishAgain } from './hand-over.ts';
import type { Box, Message } from './model.ts';
import { type RefillDependencies, refillBox } from './refill-box.ts';

/** Looked at in one sweep, of a lane or a box; the next one, a minute later, goes on. */
const SWEEP_LIMIT = 200;

/** Finds what got lost on the way: expires what is too old, publishes again what no box answered, fills what has room. */
export async function sweepTenant(dependencies: RefillDependencies, tenantId: string): Promise<void> {
  const { boxes, clock, messages, workQueue } = dependencies;
  const now = clock.now();
  for (const id of await workQueue.laneOlderThan(tenantId, after(now, -LIFETIME), SWEEP_LIMIT)) {
    const message = await messages.find(tenantId, id);
    if (message?.state === 'accepted') await messages.step(message, { to: 'expired', at: now, bookedAt: now });
  }
  for (const box of await boxes.list(tenantId)) {
    const due = await messagesWith(dependencies, box, now);
    await fenceOff(dependencies, box, due);
    await publishAgain(dependencies, box, due);
    await refillBox(dependencies, box);
  }
}

/** Messages with a box, as they are now; with `before` only those whose time to look again has come. */
export async function messagesWith(
  { messages, workQueue }: RefillDependencies,
  { tenantId, ...box }: Box,
  before?: Date,
): Promise<Message[]> {
  const ids = await workQueue.dueWith({ tenantId, ...box }, SWEEP_LIMIT, before);
  const found = await Promise.all(ids.map((id) => messages.find(tenantId, id)));
  return found.filter((message): message is Message => message?.state === 'handed-over');
}

/**
 * What was given to a journal that is gone, or to a box in quarantine, may have been sent or not. Nobody will ever know,
 * so it is never given to anyone again.
 */
export async function fenceOff(
  { messages, clock }: RefillDependencies,
  box: Box,
  open: readonly Message[],
): Promise<void> {
  for (const message of open) {
    if (message.handover?.journalId === box.journalId && box.quarantined === undefined) continue;
    const detail = box.quarantined ?? 'The box has a new journal and does not know what became of it';
    const at = clock.now();
    await messages.step(message, { to: 'unconfirmed', at, bookedAt: at, detail });
  }
}
