import { OUTCOMES, type Outcome } from '../../../contract/message-states.ts';
import type { InboundMessage } from '../inbound/model.ts';
import type { MessageSummary } from '../messaging/model.ts';
import { BODY_VERSION, type WebhookEvent } from './model.ts';

/**
 * What is told of a message that has come into another state; undefined where that is nobody's business. No number, no text, no
 * name: who may read the message reads it by its id.
 */
export function messageEvent(message: MessageSummary, before: MessageSummary | undefined): WebhookEvent | undefined {
  const { messageId: about, state, timeline } = message;
  if (before?.state === state || !(OUTCOMES as readonly string[]).includes(state)) return undefined;
  const { acceptedAt, parts, partsSubmitted, recordId, copyOf } = message;
  const occurredAt = timeline.findLast(({ event }) => event === state)?.at ?? acceptedAt;
  return {
    type: `message.${state as Outcome}`,
    ...{ about, occurredAt, sequence: timeline.length },
    data: {
      ...{ messageId: about, state, acceptedAt, parts },
      ...(partsSubmitted !== undefined && { partsSubmitted }),
      ...(recordId !== undefined && { recordId }),
      ...(copyOf !== undefined && { copyOf }),
    },
  };
}

/** What is told of a message that came in. */
export function inboundEvent({ inboundId: about, kind, parts, receivedAt }: InboundMessage): WebhookEvent {
  const data = { inboundMessageId: about, kind, parts, receivedAt };
  return { type: 'inbound.received', about, occurredAt: receivedAt, sequence: 1, data };
}

/** What is sent, to the letter: each try signs the same. */
export function bodyOf({ type, occurredAt, sequence, data }: WebhookEvent): string {
  return JSON.stringify({ type, version: BODY_VERSION, timestamp: occurredAt, sequence, data });
}
