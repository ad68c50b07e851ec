import type { Healths } from '../edge/health.ts';
import { isItsTurn } from '../edge/whose-turn.ts';
import { after, SECOND } from '../shared/clock.ts';
import type { NewId } from '../shared/ids.ts';
import { findMessages } from './find-messages.ts';
import { freshRules } from './fresh-rules.ts';
import { claim, type PublishAgainDependencies, publish } from './hand-over.ts';
import { type Box, inTurn, type Message, takesNewMessages } from './model.ts';
import type { Boxes, Lease, RulesNow, Trouble, WorkQueue } from './ports.ts';
import { LIFETIME } from './store-message.ts';

/** How long one refill may hold a box; when its process dies, the next one begins after that. */
export const LEASE = 10 * SECOND;
/** It does not begin to look for others after this, so that its lease outlasts what it has begun. */
const FILLS_FOR = LEASE / 2;
/** How often one refill looks for others in place of messages that may not leave. The next hint or sweep goes on. */
export const FILLS_AT_MOST = 20;
/** The index still shows so many, at most, of those that have just left their lane. */
const SHOWN_STILL = 300;

export interface RefillDependencies extends PublishAgainDependencies {
  readonly boxes: Boxes;
  readonly healths: Pick<Healths, 'find' | 'list'>;
  readonly workQueue: WorkQueue;
  readonly trouble: Trouble;
  readonly newId: NewId;
}

/**
 * Gives a box as much from its tenant's lane as its window has room for: the more urgent first, then what was due first.
 * `hinted` are messages just accepted, which the index may not show yet.
 */
export async function refillBox(
  dependencies: RefillDependencies,
  box: Box,
  hinted: readonly string[] = [],
): Promise<void> {
  if (!takesNewMessages(box) || !(await isItsTurn(dependencies, box))) return;
  const { boxes, newId, clock } = dependencies;
  const from = clock.now();
  const lease: Lease = { owner: newId('lease'), from, until: after(from, LEASE), hints: hinted };
  if ((await boxes.lease(box, lease)) === 'busy') return;
  let hints: readonly string[] | undefined = hinted;
  try {
    for (; hints; hints = await boxes.release(box, lease)) await fill(dependencies, box, hints, after(from, FILLS_FOR));
  } catch (error) {
    while (await boxes.release(box, lease));
    throw error;
  }
}

async function fill(
  dependencies: RefillDependencies,
  { tenantId, boxId }: Box,
  hinted: readonly string[],
  until: Date,
): Promise<void> {
  const { boxes, workQueue, clock } = dependencies;
  // As it is now: it may have a new journal since the hint was given.
  const box = await boxes.find(tenantId, boxId);
  if (!box || !takesNewMessages(box)) return;
  let room = box.window - (await workQueue.loadOf(box, box.window));
  const rulesNow = freshRules(dependencies, tenantId);
  const tried = new Set<string>();
  for (let fills = 0; room > 0 && fills < FILLS_AT_MOST && (fills === 0 || clock.now() < until); fills += 1) {
    const waiting = await waitingFor(dependencies, box, room, hinted, tried);
    if (waiting.length === 0) return;
    const rules = await rulesNow();
    if (rules.isStopped) return;
    const claimed = await handOver(dependencies, box, waiting, rules);
    // Fewer than there was room for: nothing else waits. All of them gone: the room is full.
    if (waiting.length < room || claimed === waiting.length) return;
    room -= claimed;
    for (const { messageId } of waiting) tried.add(messageId);
  }
}

/** Says how many it took. The others have moved, or may not leave their lane now. */
async function handOver(
  dependencies: RefillDependencies,
  box: Box & { readonly journalId: string },
  waiting: readonly Message[],
  rules: RulesNow,
): Promise<number> {
  const claims = await Promise.allSettled(waiting.map((message) => claim(dependencies, message, box, rules)));
  const claimed = claims.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  await publish(dependencies, box, claimed);
  const failed = claims.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return claimed.length;
}

/** A box is given what waits for it, and what waits for any. */
const lanesOf = ({ tenantId, boxId }: Box) => [{ tenantId, boxId }, { tenantId }];

/** By the index, which may be a moment behind; what it does not show yet has a hint, or the next sweep. */
export async function somethingWaits(
  { workQueue, clock }: Pick<RefillDependencies, 'workQueue' | 'clock'>,
  box: Box,
): Promise<boolean> {
  const from = after(clock.now(), -LIFETIME);
  const heads = await Promise.all(lanesOf(box).map((lane) => workQueue.laneHead(lane, from, 1)));
  return heads.flat().length > 0;
}

/** The first of its own lane, of the shared one and of the hints, but for those that were tried. The index may still show what has gone and not yet show what has come. */
async function waitingFor(
  dependencies: RefillDependencies,
  box: Box,
  room: number,
  hinted: readonly string[],
  tried: ReadonlySet<string>,
): Promise<Message[]> {
  const { tenantId, boxId } = box;
  const { workQueue, clock } = dependencies;
  const most = 2 * room + Math.min(tried.size, SHOWN_STILL);
  const heads = await Promise.all(
    lanesOf(box).map((lane) => workQueue.laneHead(lane, after(clock.now(), -LIFETIME), most)),
  );
  const ids = [...new Set([...heads.flat(), ...hinted])].filter((id) => !tried.has(id));
  const found = await findMessages(dependencies, tenantId, ids);
  const isItsOwn = ({ sender }: Message) => sender === undefined || sender.boxId === boxId;
  return found
    .filter((message) => message.state === 'accepted' && isItsOwn(message))
    .toSorted(inTurn)
    .slice(0, room);
}
