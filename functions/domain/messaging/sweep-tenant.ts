import { messageReason } from '../../../contract/message-reasons.ts';
import type { Healths } from '../edge/health.ts';
import { type SweepCommandsDependencies, sweepCommands } from '../edge/sweep-commands.ts';
import { type WatchDependencies, watchBoxes } from '../edge/watch-boxes.ts';
import { after, DAY, SECOND } from '../shared/clock.ts';
import { findMessages } from './find-messages.ts';
import { publishAgain } from './hand-over.ts';
import { judgeBoxes } from './judge-boxes.ts';
import { messagesWith } from './messages-with.ts';
import { type Box, type Lane, type Message, routeOf } from './model.ts';
import { holdMessages, moveMessages } from './move-messages.ts';
import type { Step } from './ports.ts';
import { leaveModems } from './providers/leave-modems.ts';
import type { CallHurry, ProviderAccounts } from './providers/ports.ts';
import { sweepRoutes } from './providers/sweep-routes.ts';
import { type RefillDependencies, refillBox, somethingWaits } from './refill-box.ts';
import { LIFETIME } from './store-message.ts';
import { wakeMessages } from './wake-messages.ts';

/** Looked for in one sweep of a lane, of each priority. */
const SWEEP_LIMIT = 1000;
/** For ending what waits in lanes and must not; the next sweep, a minute later, goes on. What else a sweep does has its time besides. */
const ENDS_FOR = 6 * SECOND;
/** Read together, then ended one after the other, as their credits are one item's. */
const AT_ONCE = 25;
/** How long after its end a message's box may still say that it did not send it. */
const PATIENCE = DAY;
/** Told by their ids, of those that were just let into their lanes; the index may not show them there yet. */
const HINTS = 100;

export interface SweepDependencies extends RefillDependencies, SweepCommandsDependencies, WatchDependencies {
  readonly healths: Healths;
  readonly accounts: Pick<ProviderAccounts, 'list'>;
  readonly callHurry: CallHurry;
}

/**
 * Lets what is due into its lane. Finds what got lost on the way: expires what is too old, publishes again what no box answered, moves what is with a box that
 * can't send, fills what has room. Then tells what is wrong with the boxes.
 */
export async function sweepTenant(dependencies: SweepDependencies, tenantId: string): Promise<void> {
  const { trouble } = dependencies;
  // Each by itself: what can't be done for one box or message, or can't be published, holds up nothing else.
  const apart = (where: { readonly boxId?: string }, act: () => Promise<void>) =>
    act().catch((error: unknown) => trouble('sweep failed', { tenantId, ...where }, error));
  const rules = await dependencies.sendingRules.find(tenantId);
  let woken: readonly Message[] = [];
  await apart({}, async () => {
    woken = (await wakeMessages(dependencies, tenantId, rules)).slice(0, HINTS);
  });
  const until = after(dependencies.clock.now(), ENDS_FOR);
  await apart({}, () => expireOld(dependencies, { tenantId }, until));
  const accounts = await dependencies.accounts.list(tenantId);
  for (const { provider } of accounts) await apart({}, () => expireOld(dependencies, { tenantId, provider }, until));
  const boxes = await judgeBoxes(dependencies, tenantId);
  if (accounts.length > 0) await apart({}, () => leaveModems(dependencies, tenantId, boxes));
  await apart({}, () => sweepRoutes(dependencies, tenantId, accounts, woken));
  for (const box of boxes) await apart({ boxId: box.boxId }, () => sweepBox(dependencies, box, woken, until));
  await apart({}, () => sweepCommands(dependencies, tenantId, boxes));
  await watchBoxes(dependencies, tenantId, boxes);
}

async function expireOld(dependencies: SweepDependencies, lane: Lane, until: Date): Promise<void> {
  const { clock, workQueue } = dependencies;
  const ids = await workQueue.laneOlderThan(lane, after(clock.now(), -LIFETIME), SWEEP_LIMIT);
  await endAll(dependencies, lane, ids, until, { to: 'expired' });
}

/** What waits for a modem of a box that was removed is never sent; its credits come back. */
async function failChosen(dependencies: SweepDependencies, lane: Lane, until: Date): Promise<void> {
  const { clock, workQueue } = dependencies;
  const ids = await workQueue.laneHead(lane, after(clock.now(), -LIFETIME), SWEEP_LIMIT);
  await endAll(dependencies, lane, ids, until, { to: 'failed', detail: messageReason('chosenBoxRemoved') });
}

async function endAll(
  dependencies: SweepDependencies,
  { tenantId }: Lane,
  ids: readonly string[],
  until: Date,
  end: Pick<Step, 'to' | 'detail'>,
): Promise<void> {
  const { clock, messages } = dependencies;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const message of await findMessages(dependencies, tenantId, ids.slice(from, from + AT_ONCE))) {
      const now = clock.now();
      if (now >= until) return;
      if (message.state === 'accepted') await messages.step(message, { ...end, at: now, bookedAt: now });
    }
  }
}

async function sweepBox(
  dependencies: SweepDependencies,
  box: Box,
  woken: readonly Message[],
  until: Date,
): Promise<void> {
  await remindOf(dependencies, box);
  await expireOld(dependencies, box, until);
  if (box.removedAt !== undefined) await failChosen(dependencies, box, until);
  const now = dependencies.clock.now();
  const due = await messagesWith(dependencies, box, box.removedAt === undefined ? now : undefined);
  await fenceOff(dependencies, box, due);
  // Asked back first: nothing that is to be stopped is told to the box once more.
  if ((await dependencies.sendingRules.find(box.tenantId)).isStopped) await holdMessages(dependencies, box);
  await publishAgain(dependencies, box, due);
  if (box.outOfUse) await moveMessages(dependencies, box, box.outOfUse.reason);
  const hinted = woken.filter((message) => routeOf(message) === 'modem').map(({ messageId }) => messageId);
  // Each minute, and mostly in vain: a refill begins with a lease, which is written.
  if (hinted.length > 0 || (await somethingWaits(dependencies, box))) await refillBox(dependencies, box, hinted);
}

/** A box whose `ready` got lost is welcomed again, and says it again. */
async function remindOf({ downlinks, clock }: RefillDependencies, box: Box): Promise<void> {
  const { journalId, epoch, confirmedEpoch, quarantined, removedAt } = box;
  const helloId = box.hellos.at(-1);
  if (!journalId || !helloId || confirmedEpoch === epoch || quarantined !== undefined || removedAt !== undefined)
    return;
  await downlinks.send(box, { type: 'welcome', helloId, journalId, epoch, at: clock.now().toISOString() });
}

/**
 * What was given to a journal that is gone, to a box in quarantine or removed, or to one that was not heard of until long after the
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
  if (box.removedAt !== undefined) return messageReason('boxRemoved');
  if (box.quarantined !== undefined) return box.quarantined;
  if (handover?.journalId !== box.journalId) return messageReason('newJournal');
  return after(new Date(expiresAt), PATIENCE) < now ? messageReason('boxNotHeardOf') : undefined;
}
