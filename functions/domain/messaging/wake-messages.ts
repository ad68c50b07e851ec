import { after, type Clock, SECOND } from '../shared/clock.ts';
import { repeatDetail } from './at-least-once.ts';
import { quietUntil } from './departure/quiet-hours.ts';
import { findMessages } from './find-messages.ts';
import type { Message } from './model.ts';
import type { Messages, RulesNow, Trouble, WorkQueue } from './ports.ts';

/** Looked for in one round, of which so many are woken at once. */
const ROUND = 1000;
const AT_ONCE = 20;
/** For each of the two kinds of sleepers, in one sweep. The next sweep, a minute later, goes on. */
const WAKES_FOR = 3 * SECOND;

export interface WakeDependencies {
  readonly messages: Messages;
  readonly workQueue: WorkQueue;
  readonly clock: Clock;
  readonly trouble: Trouble;
}

/** Lets what is due into its lane, also to be sent again, and what is held as soon as nothing holds it. Gives what it let in, as it was. */
export async function wakeMessages(
  dependencies: WakeDependencies,
  tenantId: string,
  { quietHours }: RulesNow,
): Promise<Message[]> {
  const { workQueue, clock } = dependencies;
  const now = clock.now();
  const isQuiet = quietHours !== undefined && quietUntil(quietHours, now) !== undefined;
  const woken: Message[] = [];
  for (const list of [
    () => workQueue.scheduledUntil(tenantId, now, ROUND),
    // Also before the time that was noted, when the agency has changed its quiet hours.
    () => workQueue.heldApart(tenantId, ROUND, isQuiet ? now : undefined),
  ]) {
    const until = after(clock.now(), WAKES_FOR);
    while (clock.now() < until) {
      const ids = await list();
      const some = await wake(dependencies, tenantId, ids, until);
      woken.push(...some);
      if (ids.length < ROUND || some.length === 0) break;
    }
  }
  return woken;
}

async function wake(
  dependencies: WakeDependencies,
  tenantId: string,
  ids: readonly string[],
  until: Date,
): Promise<Message[]> {
  const woken: Message[] = [];
  for (let from = 0; from < ids.length && dependencies.clock.now() < until; from += AT_ONCE) {
    const found = await findMessages(dependencies, tenantId, ids.slice(from, from + AT_ONCE));
    const moved = await Promise.all(found.map((message) => wakeOne(dependencies, message)));
    woken.push(...moved.filter((message) => message !== undefined));
  }
  return woken;
}

/** Undefined for one that was not asleep any more, or is not due. */
export async function wakeOne(
  { messages, clock }: Pick<WakeDependencies, 'messages' | 'clock'>,
  message: Message,
): Promise<Message | undefined> {
  const at = clock.now();
  if (message.state === 'unconfirmed') {
    const isToCome = (message.repeatsLeft ?? 0) > 0;
    return isToCome && (await messages.repeat(message, at, repeatDetail(message))) ? message : undefined;
  }
  const isDue =
    message.state === 'scheduled' ? (message.dueAt ?? '') <= at.toISOString() : message.heldUntil !== undefined;
  return isDue && (await messages.enterLane(message, at)) ? message : undefined;
}
