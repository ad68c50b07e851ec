import type { InboundMessage } from '../inbound/model.ts';
import type { MessageSummary } from '../messaging/model.ts';
import { inboundEvent, messageEvent } from './describe-event.ts';
import { type RecordEventDependencies, recordEvent } from './record-event.ts';

/** A message that came into a state, and what it was before. */
export interface MessageChange {
  readonly message: MessageSummary;
  readonly before?: MessageSummary;
  /** when the table took it */
  readonly recordedAt: Date;
}

/** Has webhooks told of a message's state. */
export async function tellOfMessage(deps: RecordEventDependencies, change: MessageChange): Promise<void> {
  const event = messageEvent(change.message, change.before);
  if (event) await recordEvent(deps, change.message.tenantId, event, change.recordedAt);
}

/** Has webhooks told of a message that came in. */
export async function tellOfInbound(
  deps: RecordEventDependencies,
  inbound: InboundMessage,
  recordedAt: Date,
): Promise<void> {
  await recordEvent(deps, inbound.tenantId, inboundEvent(inbound), recordedAt);
}
