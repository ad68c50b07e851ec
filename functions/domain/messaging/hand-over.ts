import type { Attempt } from '../../../contract/edge.ts';
import { after, type Clock, HOUR, MINUTE } from '../shared/clock.ts';
import { attemptIdOf, type Box, type Handover, type Message, takesMessages } from './model.ts';
import type { Downlinks, Messages } from './ports.ts';

/** Attempts in one downlink; 20 of the longest texts stay below the 128 kB of an IoT message. */
const ATTEMPTS_PER_DOWNLINK = 20;
/** When to look for the first time whether a box has taken what it was given; doubles up to MAX_LOOK. */
const FIRST_LOOK = 2 * MINUTE;
const MAX_LOOK = HOUR;

export function nextLook(now: Date, looks: number): Date {
  return after(now, Math.min(FIRST_LOOK * 2 ** Math.min(looks, 10), MAX_LOOK));
}

export interface HandOverDependencies {
  readonly messages: Messages;
  readonly downlinks: Downlinks;
  readonly clock: Clock;
}

/** Claims a message for a box. Undefined when somebody else moved it first, or when it is too old and expired instead. */
export async function claim(
  { messages, clock }: HandOverDependencies,
  message: Message,
  box: Box & { journalId: string },
) {
  const at = clock.now();
  if (message.expiresAt <= at.toISOString()) {
    await messages.step(message, { to: 'expired', at, bookedAt: at });
    return undefined;
  }
  const handover: Handover = {
    attempt: (message.handover?.attempt ?? 0) + 1,
    boxId: box.boxId,
    journalId: box.journalId,
    looks: 1,
  };
  const step = { to: 'handed-over', at, bookedAt: at, handover, lookAt: nextLook(at, 0) } as const;
  return (await messages.step(message, step))
    ? ({ ...message, state: 'handed-over', handover } satisfies Message)
    : undefined;
}

/** Gives attempts to their box. Doing it again is always safe: the box knows an attempt by its id. */
export async function publish(
  { downlinks }: HandOverDependencies,
  box: Box,
  messages: readonly Message[],
): Promise<void> {
  if (!takesMessages(box)) return;
  const attempts = messages.map(attemptOf);
  for (let from = 0; from < attempts.length; from += ATTEMPTS_PER_DOWNLINK) {
    const some = attempts.slice(from, from + ATTEMPTS_PER_DOWNLINK);
    await downlinks.send(box, { type: 'attempts', journalId: box.journalId, epoch: box.epoch, attempts: some });
  }
}

function attemptOf({ messageId, handover, to, text, expiresAt }: Message): Attempt {
  if (!handover) throw new Error(`${messageId} was not handed over`);
  return { attemptId: attemptIdOf(messageId, handover.attempt), to, text, notAfter: expiresAt };
}

/** Whether the box still has to be given this message: it has it not on disk, as far as is known. */
export function isUnanswered(message: Message): boolean {
  return message.state === 'handed-over' && !message.timeline.some(({ event }) => event === 'received');
}

/** Publishes once more what a box has not answered, if it is for the journal that the box has now. */
export async function publishAgain(
  dependencies: HandOverDependencies,
  box: Box,
  messages: readonly Message[],
): Promise<void> {
  const now = dependencies.clock.now();
  const open: Message[] = [];
  for (const message of messages) {
    if (message.state !== 'handed-over' || message.handover?.journalId !== box.journalId) continue;
    if (message.expiresAt <= now.toISOString()) continue;
    if (await dependencies.messages.lookAgain(message, nextLook(now, message.handover?.looks ?? 0))) open.push(message);
  }
  await publish(dependencies, box, open);
}
