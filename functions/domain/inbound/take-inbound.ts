import type { InboundEvent } from '../../../contract/edge.ts';
import type { Clock } from '../shared/clock.ts';
import type { InboundMessages } from './ports.ts';

export interface TakeInboundDependencies {
  readonly inbound: InboundMessages;
  readonly clock: Clock;
}

/** Keeps a message that a box tells of; a box tells until it is acknowledged, so the same may come again. */
export async function takeInbound(
  { inbound, clock }: TakeInboundDependencies,
  { tenantId, boxId }: { readonly tenantId: string; readonly boxId: string },
  event: InboundEvent,
): Promise<void> {
  const { inboundId, kind, sender, text, octets, parts, missing, sentAt, modem } = event;
  const now = clock.now();
  await inbound.keep(
    {
      ...{ tenantId, inboundId, boxId, modem, kind, text, parts, receivedAt: receivedAt(event, now) },
      ...(sender !== undefined && { sender }),
      ...(octets !== undefined && { octets }),
      ...(missing !== undefined && { missing }),
      ...(sentAt !== undefined && { sentAt }),
    },
    now,
  );
}

/** The box may have had nothing but its own clock, which can be years off: not before it was sent, not after now. */
function receivedAt({ at, sentAt = at }: InboundEvent, now: Date): string {
  const latest = Math.max(Date.parse(at), Date.parse(sentAt));
  return new Date(Math.min(latest, now.getTime())).toISOString();
}
