import { type AttemptEvent, type EdgeEvent, eventId, messageIdOf } from '../../../contract/edge.ts';
import { messageReason } from '../../../contract/message-reasons.ts';
import { isProvider } from '../../../contract/providers.ts';
import type { BoxCommands } from '../edge/commands.ts';
import { type TakeInboundDependencies, takeInbound } from '../inbound/take-inbound.ts';
import { hasPassed, mayFollow, notBefore } from './life.ts';
import { attemptIdOf, attemptNumber, type Box, type Message } from './model.ts';
import type { Messages, Step } from './ports.ts';
import type { CallHurry, ProviderAccounts } from './providers/ports.ts';
import { openRoutes } from './providers/settle.ts';
import { type RefillDependencies, refillBox } from './refill-box.ts';

export interface ApplyDependencies extends RefillDependencies, TakeInboundDependencies {
  readonly accounts: Pick<ProviderAccounts, 'list'>;
  readonly callHurry: CallHurry;
  readonly commands: Pick<BoxCommands, 'answer'>;
  /** hears of an event about a message that this box was never given */
  readonly onStray: (event: AttemptEvent) => void;
}

/** States after which the box has room for another message. */
const MAKES_ROOM: readonly EdgeEvent['type'][] = ['submitted', 'failed', 'expired', 'unconfirmed', 'revoked'];

/** Writes down what a box reports, and only then acknowledges it. Anything may come twice, late or out of order. */
export async function applyEdgeEvents(
  dependencies: ApplyDependencies,
  box: Box,
  journalId: string,
  events: readonly EdgeEvent[],
): Promise<void> {
  const { downlinks } = dependencies;
  let room = false;
  const applied: EdgeEvent[] = [];
  const errors: unknown[] = [];
  for (const event of events) {
    try {
      const moved = await apply(dependencies, box, journalId, event);
      room ||= moved && MAKES_ROOM.includes(event.type);
      applied.push(event);
    } catch (error) {
      errors.push(error);
    }
  }
  if (applied.length > 0) await downlinks.send(box, { type: 'acknowledged', eventIds: applied.map(eventId) });
  if (room) await refillBox(dependencies, box);
  // One that cannot be written down holds up no other; it comes again, from the queue and from the box.
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} of ${events.length} events were not applied`);
}

/** True when a message moved. */
async function apply(dependencies: ApplyDependencies, box: Box, journalId: string, event: EdgeEvent): Promise<boolean> {
  switch (event.type) {
    case 'inbound':
      await takeInbound(dependencies, box, event);
      return false;
    case 'answered': {
      const { tenantId, boxId } = box;
      if (!(await dependencies.commands.answer(tenantId, boxId, event)))
        dependencies.trouble('stray event', { tenantId, boxId });
      return false;
    }
    default:
      return applyAttemptEvent(dependencies, box, journalId, event);
  }
}

async function applyAttemptEvent(
  dependencies: ApplyDependencies,
  box: Box,
  journalId: string,
  event: AttemptEvent,
): Promise<boolean> {
  const { messages, clock, onStray } = dependencies;
  const messageId = messageIdOf(event.attemptId);
  for (;;) {
    const message = await messages.find(box.tenantId, messageId);
    const { handover } = message ?? {};
    const ours = handover?.boxId === box.boxId && handover.journalId === journalId;
    if (!message || !handover || !ours || attemptIdOf(messageId, handover.attempt) !== event.attemptId) {
      if (!message || !isOfEarlierAttempt(event, message)) onStray(event);
      else await noteLateProof(messages, message, event);
      return false;
    }
    const now = clock.now();
    const at = seenAt(event, now);
    if (event.type === 'revoked') {
      if (message.state !== 'handed-over') return false;
      if (await endWithdrawal(messages, message, notBefore(message, at), now)) return true;
      continue;
    }
    // Back in its lane it is on no box's disk, and what ended its attempt is known.
    if ((event.type === 'received' || event.type === 'failed') && message.state === 'accepted') return false;
    if (event.type === 'received' || mayFollow(event.type, message.state)) {
      if (!hasPassed(message.timeline, event.type))
        await messages.note(message, { event: event.type, at: at.toISOString() });
      return false;
    }
    if (!mayFollow(message.state, event.type)) {
      await noteProof(messages, message, event.type, at);
      return false;
    }
    const seen = notBefore(message, at);
    const routes = event.type === 'failed' && !message.withdrawal ? await openRoutes(dependencies, message) : [];
    if (event.type === 'failed' && routes.length > 0) {
      if (!(await messages.putBack(message, { routes, at: seen, detail: event.reason }))) continue;
      await hintProvider(dependencies, message, routes);
      return true;
    }
    if (await messages.step(message, stepOf(event, seen, now))) return true;
  }
}

/** Its next route is a web provider, which is called for it now; a hint that gets lost costs a minute. */
async function hintProvider(
  { callHurry, trouble }: ApplyDependencies,
  { tenantId, messageId }: Message,
  [provider]: NonNullable<Message['routes']>,
): Promise<void> {
  if (provider === undefined || !isProvider(provider)) return;
  await callHurry
    .push([{ type: 'call', tenantId, provider, messageIds: [messageId] }])
    .catch((error: unknown) => trouble('hint lost', { tenantId, messageId }, error));
}

/** A person had said that it was not sent, and its credits came back: that it was stands in its timeline. */
async function noteProof(messages: Messages, message: Message, event: AttemptEvent['type'], at: Date): Promise<void> {
  const { state, timeline } = message;
  const isProof = event === 'submitted' || event === 'delivered' || event === 'undelivered';
  if (isProof && state === 'failed' && hasPassed(timeline, 'unconfirmed') && !hasPassed(timeline, event))
    await messages.note(message, { event, at: at.toISOString() });
}

/** Told again of an attempt that was withdrawn or had failed: the message is another box's by now, or a provider's. */
function isOfEarlierAttempt({ type, attemptId }: AttemptEvent, message: Message): boolean {
  const attempt = Number(attemptId.slice(attemptId.lastIndexOf('.') + 1));
  const isExpected =
    type === 'received' || type === 'revoked' || type === 'failed' || message.repeatsLeft !== undefined;
  return isExpected && attempt < attemptNumber(message);
}

/** An attempt that nobody knew of had gone after all, and the message was sent again: that stands in its timeline. */
async function noteLateProof(messages: Messages, message: Message, { type, at }: AttemptEvent): Promise<void> {
  const isProof = type === 'submitted' || type === 'delivered' || type === 'undelivered';
  if (isProof && message.repeatsLeft !== undefined)
    await messages.note(message, { event: type, at, detail: messageReason('earlierAttempt') });
}

/** It was certainly not sent, and will not be under this attempt. */
function endWithdrawal(messages: Messages, message: Message, at: Date, bookedAt: Date): Promise<boolean> {
  const { to, reason: detail } = message.withdrawal ?? {};
  return to === 'cancelled'
    ? messages.step(message, { to, at, bookedAt, ...(detail !== undefined && { detail }) })
    : messages.returnToLane(message, at);
}

/** The box's clock may be ahead of ours. */
function seenAt(event: AttemptEvent, now: Date): Date {
  const at = new Date(event.at);
  return at < now ? at : now;
}

function stepOf(event: Exclude<AttemptEvent, { type: 'received' | 'revoked' }>, at: Date, bookedAt: Date): Step {
  return {
    to: event.type,
    at,
    bookedAt,
    ...('reason' in event && event.reason !== undefined && { detail: event.reason }),
    ...('partsSubmitted' in event && { partsSubmitted: event.partsSubmitted }),
  };
}
