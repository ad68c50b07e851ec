import type { Delivery, DeliveryKey, Webhook, WebhookKey } from '../../functions/domain/webhooks/model.ts';
import type { Deliveries, Noted, Webhooks } from '../../functions/domain/webhooks/ports.ts';
import { newId } from './messages.ts';

const placeOf = ({ tenantId, webhookId }: WebhookKey) => `${tenantId} ${webhookId}`;
const rowOf = (key: DeliveryKey) => `${placeOf(key)} ${key.eventId}`;

/** Another system that is told of deliveries, and is well. */
export function webhookOf(tenantId: string, at: Date, more: Partial<Webhook> = {}): Webhook {
  const [createdAt, changedAt] = [at.toISOString(), at.toISOString()];
  return {
    ...{ tenantId, webhookId: newId('whk'), url: 'https://planning.example/in?token=hidden', secret: 'sealed' },
    ...{ events: ['message.delivered'], enabled: true, mailAddress: 'it@west.example', version: 1 },
    ...{ createdAt, changedAt, changedBy: 'emp' },
    ...more,
  };
}

/** Webhooks and what they are to be told, in memory, as the table keeps them. */
export function memoryWebhooks() {
  const kept = new Map<string, Webhook>();
  const rows = new Map<string, Delivery>();
  const sameVersion = (webhook: Webhook) => {
    const now = kept.get(placeOf(webhook));
    return now?.version === webhook.version ? now : undefined;
  };
  const isSeen = (delivery: Delivery) => {
    const now = rows.get(rowOf(delivery));
    return now?.state === 'pending' && now.attempts === delivery.attempts ? now : undefined;
  };
  const webhooks: Pick<Webhooks, 'list' | 'find' | 'note' | 'switchOff'> = {
    list: async (tenantId) => [...kept.values()].filter((one) => one.tenantId === tenantId),
    find: async (key) => kept.get(placeOf(key)),
    async note(seen, how: Noted) {
      const now = sameVersion(seen);
      if (!now) return;
      const { failingSince, restsUntil: _, ...rest } = now;
      const failing = how === 'well' ? {} : { ...now, ...how, ...(failingSince !== undefined && { failingSince }) };
      kept.set(placeOf(seen), { ...rest, ...failing });
    },
    async switchOff(seen, switchedOff) {
      const now = sameVersion(seen);
      const hasSucceeded = switchedOff.reason === 'failing' && now?.failingSince !== seen.failingSince;
      if (!now || now.switchedOff || hasSucceeded) return false;
      kept.set(placeOf(seen), { ...now, switchedOff });
      return true;
    },
  };
  const deliveries: Pick<Deliveries, 'find' | 'claim' | 'settle' | 'hold' | 'due'> = {
    find: async (key) => rows.get(rowOf(key)),
    async claim(seen, until) {
      const now = isSeen(seen);
      if (!now) return false;
      const { attempts, tries } = now;
      rows.set(rowOf(seen), {
        ...now,
        attempts: attempts + 1,
        tries: tries + 1,
        nextTryAt: until.toISOString(),
      });
      return true;
    },
    async settle(seen, { nextTryAt, lastStatus, lastFault, ...tried }) {
      const now = isSeen(seen);
      if (!now) return;
      const { nextTryAt: _, lastStatus: __, lastFault: ___, ...rest } = now;
      rows.set(rowOf(seen), {
        ...{ ...rest, ...tried },
        ...(lastStatus !== undefined && { lastStatus }),
        ...(lastFault && { lastFault }),
        ...(nextTryAt !== undefined && { nextTryAt }),
      });
    },
    async hold(seen) {
      const now = isSeen(seen);
      if (!now) return;
      const { nextTryAt: _, ...rest } = now;
      rows.set(rowOf(seen), { ...rest, state: 'held' });
    },
    due: async ({ tenantId, webhookId }, before, limit) =>
      [...rows.values()]
        .filter((one) => one.tenantId === tenantId && one.webhookId === webhookId && one.state === 'pending')
        .flatMap(({ eventId: id, nextTryAt = '' }) => (nextTryAt < before.toISOString() ? [{ id, nextTryAt }] : []))
        .sort((one, other) => (one.nextTryAt < other.nextTryAt ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => ({ tenantId, webhookId, id })),
  };
  return {
    ...{ webhooks, deliveries },
    put: (webhook: Webhook) => void kept.set(placeOf(webhook), webhook),
    putDelivery: (delivery: Delivery) => void rows.set(rowOf(delivery), delivery),
    /** as it is now */
    webhookNow: (of: WebhookKey) => ({ ...of, ...kept.get(placeOf(of)) }) as Webhook,
    deliveriesOf: ({ webhookId }: WebhookKey) => [...rows.values()].filter((one) => one.webhookId === webhookId),
  };
}
