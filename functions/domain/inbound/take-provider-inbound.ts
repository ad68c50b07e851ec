import type { ProviderName } from '../../../contract/providers.ts';
import type { ProviderEvent } from '../messaging/providers/model.ts';
import type { Clock } from '../shared/clock.ts';
import type { NewId } from '../shared/ids.ts';
import type { InboundMessages } from './ports.ts';

/** Keeps a message that a provider tells of. It tells until it is answered, so the same may come again: it counts once. */
export async function takeProviderInbound(
  { inbound, clock, newId }: { readonly inbound: InboundMessages; readonly clock: Clock; readonly newId: NewId },
  { tenantId, provider }: { readonly tenantId: string; readonly provider: ProviderName },
  event: Extract<ProviderEvent, { type: 'inbound' }>,
): Promise<void> {
  const { eventId, kind, sender, recipient, text, octets, sentAt } = event;
  const now = clock.now();
  const message = {
    ...{ tenantId, provider, inboundId: newId('inb'), kind, text, parts: 1, receivedAt: now.toISOString() },
    ...(sender !== undefined && { sender }),
    ...(recipient !== undefined && { recipient }),
    ...(octets !== undefined && { octets }),
    ...(sentAt !== undefined && { sentAt: sentAt.toISOString() }),
  };
  await inbound.keepTold(message, { provider, eventId }, now);
}
