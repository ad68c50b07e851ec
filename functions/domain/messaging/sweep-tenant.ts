import { after, DAY } from '../shared/clock.ts';
import { LIFETIME } from './accept-message.ts';
import { publishAgain } from './hand-over.ts';
import type { Box, Message } from './model.ts';
import { type RefillDependencies, refillBox } from './refill-box.ts';

/** Looked at in one sweep of a box: more than its window holds. */
const BOX_LIMIT = 200;
/** Expired in one sweep, one after the other: some 10 seconds of work. The next sweep, a minute later, goes on. */
const EXPIRE_LIMIT = 1000;
/** How long after its end a message's box may still say that it did not send it. */
const PATIENCE = DAY;

/** Finds what got lost on the way: expires what is too old, publishes again what no box answered, fills what has room. */
export async function sweepTenant(dependencies: RefillDependencies, tenantId: string): Promise<void> {
  const { boxes, clock, messages, workQueue } = dependencies;
  const now = clock.now();
  for (const id of await workQueue.laneOlderThan(tenantId, after(now, -LIFETIME), EXPIRE_LIMIT)) {
    const message = await messages.find(tenantId, id);
    if (message?.state === 'accepted') await messages.step(message, { to: 'expired', at: now, bookedAt: now });
  }
  for (const box of await boxes.list(tenantId)) {
    await remindOf(dependencies, box);
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
  const ids = await workQueue.dueWith({ tenantId, ...box }, BOX_LIMIT, before);
  const found = await Promise.all(ids.map((id) => messages.find(tenantId, id)));
  return found.filter((message): message is Message => message?.state === 'handed-over');
}

/** A box whose `ready` got lost is welcomed again, and says it again. */
async function remindOf({ downlinks, clock }: RefillDependencies, box: Box): Promise<void> {
  const { journalId, epoch, confirmedEpoch, quarantined } = box;
  const helloId = box.hellos.at(-1);
  if (!journalId || !helloId || confirmedEpoch === epoch || quarantined !== undefined) return;
  await downlinks.send(box, { type: 'welcome', helloId, journalId, epoch, at: clock.now().toISOString() });
}

/**
 * What was given to a journal that is gone, to a box in quarantine, or to one that was not heard of until long after the
 * message's end, may have been sent or not. Nobody will ever know, so it is never given to anyone again.
 */
export async function fenceOff(
  { messages, clock }: RefillDependencies,
  box: Box,
  open: readonly Message[],
): Promise<void> {
  const now = clock.now();
  for (const message of open) {
    const detail = reasonForDoubt(message, box, now);
    if (detail !== undefined) await messages.step(message, { to: 'unconfirmed', at: now, bookedAt: now, detail });
  }
}

function reasonForDoubt({ handover, expiresAt }: Message, box: Box, now: Date): string | undefined {
  if (box.quarantined !== undefined) return box.quarantined;
  if (handover?.journalId !== box.journalId) return 'The box has a new journal and does not know what became of it';
  return after(new Date(expiresAt), PATIENCE) < now ? 'The box was not heard of until it was too old' : undefined;
}
