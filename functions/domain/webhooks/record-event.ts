import type { DerivedId } from '../shared/ids.ts';
import { bodyOf } from './describe-event.ts';
import { type Delivery, isOn, type WebhookEvent } from './model.ts';
import type { Deliveries, WebhookHurry, Webhooks } from './ports.ts';

export interface RecordEventDependencies {
  readonly webhooks: Pick<Webhooks, 'list'>;
  readonly deliveries: Pick<Deliveries, 'add'>;
  readonly hurry: WebhookHurry;
  readonly derivedId: DerivedId;
  readonly hintLost: (error: unknown) => void;
}

/**
 * Takes up an event for each webhook that wants it. It may be told twice: its id is made of what it is about, so that the second
 * time finds it there.
 *
 * @param recordedAt when the table took the change: the same each time that it is told
 */
export async function recordEvent(
  { webhooks, deliveries, hurry, derivedId, hintLost }: RecordEventDependencies,
  tenantId: string,
  event: WebhookEvent,
  recordedAt: Date,
): Promise<void> {
  const wanting = (await webhooks.list(tenantId)).filter(({ events }) => events.includes(event.type));
  if (wanting.length === 0) return;
  const eventId = derivedId('evt', recordedAt, `${tenantId} ${event.about} ${event.type} ${event.sequence}`);
  const found = wanting.map((webhook): Delivery => {
    const { webhookId } = webhook;
    const at = recordedAt.toISOString();
    return {
      ...{ tenantId, webhookId, eventId, event: event.type, about: event.about },
      ...{ occurredAt: event.occurredAt, recordedAt: at, body: bodyOf(event), attempts: 0, tries: 0 },
      ...(isOn(webhook) ? { state: 'pending', nextTryAt: at } : { state: 'held' }),
    };
  });
  await Promise.all(found.map((delivery) => deliveries.add(delivery)));
  const jobs = found.filter(({ state }) => state === 'pending');
  // Of a hint that is lost the sweep knows: the deliveries are stored.
  await hurry.push(jobs.map(({ webhookId }) => ({ tenantId, webhookId, id: eventId }))).catch(hintLost);
}
