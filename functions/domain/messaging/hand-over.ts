import type { Attempt } from '../../../contract/edge.ts';
import { messageReason } from '../../../contract/message-reasons.ts';
import { after, type Clock, HOUR, MINUTE } from '../shared/clock.ts';
import type { NumberChoices } from './choices/ports.ts';
import { withCode } from './code-messages.ts';
import { mayLeave } from './departure/may-leave.ts';
import type { DepartureDependencies } from './departure/model.ts';
import { unwanted } from './departure/unwanted.ts';
import { hasPassed } from './life.ts';
import {
  attemptIdOf,
  attemptNumber,
  type Box,
  type Handover,
  type Message,
  takesMessages,
  type Withdrawal,
} from './model.ts';
import type { Downlinks, MessageCodes, Messages, RulesNow, SendingRules } from './ports.ts';

/** Attempts in one downlink; 20 of the longest texts stay below the 128 kB of an IoT message. */
const ATTEMPTS_PER_DOWNLINK = 20;
/** When to look for the first time whether a box has taken what it was given; doubles up to MAX_LOOK. */
const FIRST_LOOK = 2 * MINUTE;
const MAX_LOOK = HOUR;

export function nextLook(now: Date, looks: number): Date {
  return after(now, Math.min(FIRST_LOOK * 2 ** Math.min(looks, 10), MAX_LOOK));
}

export interface HandOverDependencies extends Pick<DepartureDependencies, 'batchStops'> {
  readonly messages: Messages;
  readonly downlinks: Downlinks;
  readonly codes: MessageCodes;
  readonly choices: Pick<NumberChoices, 'find'>;
  readonly clock: Clock;
}

export interface PublishAgainDependencies extends HandOverDependencies {
  readonly sendingRules: SendingRules;
}

/** Claims a message for a box. Undefined when somebody else moved it first, or when it may not leave its lane now. */
export async function claim(
  dependencies: HandOverDependencies,
  message: Message,
  box: Box & { journalId: string },
  rules: RulesNow,
) {
  if (!(await mayLeave(dependencies, message, rules))) return undefined;
  const { messages, clock } = dependencies;
  const at = clock.now();
  const handover: Handover = {
    attempt: attemptNumber(message) + 1,
    boxId: box.boxId,
    journalId: box.journalId,
    looks: 1,
  };
  const step = { to: 'handed-over', at, bookedAt: at, handover, lookAt: nextLook(at, 0) } as const;
  if (!(await messages.step(message, step))) return undefined;
  const { call: _, ...rest } = message;
  const timeline = [...message.timeline, { event: step.to, at: at.toISOString() }];
  return { ...rest, state: step.to, handover, timeline } satisfies Message;
}

/**
 * Gives attempts to their box, and asks for those back that are withdrawn. Doing it again is always safe, and in any order:
 * the box knows an attempt by its id, also one that it was asked for before it came.
 */
export async function publish(
  { downlinks, codes }: HandOverDependencies,
  box: Box,
  messages: readonly Message[],
): Promise<void> {
  if (!takesMessages(box)) return;
  const { journalId, epoch } = box;
  const [wanted, wantedBack] = [messages.filter(isWanted), messages.filter((message) => !isWanted(message))];
  for (const some of inPieces(wantedBack))
    await downlinks.send(box, { type: 'revoke', journalId, attempts: some.map(nameOf) });
  for (const some of inPieces(wanted)) {
    const attempts = await Promise.all(some.map((message) => attemptOf(codes, message)));
    await downlinks.send(box, { type: 'attempts', journalId, epoch, attempts });
  }
}

const isWanted = ({ withdrawal }: Message) => withdrawal === undefined;

function inPieces(messages: readonly Message[]): Message[][] {
  const pieces = Math.ceil(messages.length / ATTEMPTS_PER_DOWNLINK);
  return Array.from({ length: pieces }, (_, piece) =>
    messages.slice(piece * ATTEMPTS_PER_DOWNLINK, (piece + 1) * ATTEMPTS_PER_DOWNLINK),
  );
}

function nameOf({ messageId, handover, expiresAt, timeline }: Message): Omit<Attempt, 'to' | 'text' | 'modem'> {
  if (!handover) throw new Error(`${messageId} was not handed over`);
  return {
    attemptId: attemptIdOf(messageId, handover.attempt),
    notAfter: expiresAt,
    ...(isReceived(timeline) && { received: true }),
  };
}

/** Whether the box has told that it has the present attempt; what was told of an earlier one does not count. */
function isReceived(timeline: Message['timeline']): boolean {
  const events = timeline.map(({ event }) => event);
  return events.lastIndexOf('received') > events.lastIndexOf('handed-over');
}

/** The one place where a code is filled in: from here on it is with the box alone. */
async function attemptOf(codes: MessageCodes, message: Message): Promise<Attempt> {
  const { tenantId, to, sender, codeOf } = message;
  const text = codeOf === undefined ? message.text : withCode(message, await codes.make(tenantId, codeOf));
  return { ...nameOf(message), to, text, ...(sender && { modem: sender.modem }) };
}

/** Whether the box still has to be told of this message: that it is to send it, as far as is known not on its disk, or not to. */
export function isUnanswered(message: Message): boolean {
  return message.state === 'handed-over' && (!isWanted(message) || !hasPassed(message.timeline, 'received'));
}

/** The operator has stopped all sending: it goes when that is lifted. */
export const STOPPED: Withdrawal = { to: 'accepted', reason: messageReason('sendingStopped') };

/**
 * Publishes once more what a box has not answered, if it is for the journal that the box has now; what its recipient wants no more, and
 * all while sending is stopped, is asked back instead.
 */
export async function publishAgain(
  dependencies: PublishAgainDependencies,
  box: Box,
  messages: readonly Message[],
): Promise<void> {
  const { clock, sendingRules } = dependencies;
  const now = clock.now();
  const open: Message[] = [];
  const isStopped = messages.some(isWanted) && (await sendingRules.find(box.tenantId)).isStopped;
  for (const message of messages) {
    if (message.state !== 'handed-over' || message.handover?.journalId !== box.journalId) continue;
    if (isWanted(message) && message.expiresAt <= now.toISOString()) continue;
    const objection = isWanted(message) ? await unwanted({ message }, dependencies) : undefined;
    if (objection) {
      const withdrawal: Withdrawal = { to: objection.to, reason: objection.detail };
      const entry = { event: 'cancel-requested', at: now.toISOString(), detail: objection.detail } as const;
      if (await dependencies.messages.withdraw(message, withdrawal, now, entry)) open.push({ ...message, withdrawal });
    } else if (isStopped && isWanted(message)) {
      if (await dependencies.messages.withdraw(message, STOPPED, now)) open.push({ ...message, withdrawal: STOPPED });
    } else if (await dependencies.messages.lookAgain(message, nextLook(now, message.handover?.looks ?? 0)))
      open.push(message);
  }
  await publish(dependencies, box, open);
}
