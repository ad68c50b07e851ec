import type { WebhookJob } from '../../../contract/jobs.ts';
import { after } from '../../domain/shared/clock.ts';
import {
  DELIVERIES_KEPT,
  type Delivery,
  type DeliveryKey,
  type Replay,
  type WebhookKey,
} from '../../domain/webhooks/model.ts';
import type { Deliveries, Tried } from '../../domain/webhooks/ports.ts';
import { deliveryOf } from './codecs/webhook.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { all, equals, exists, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { firstIdAt } from './first-id.ts';
import { lookOrder, workQueues } from './index-keys.ts';
import { DELIVERY, keys, personPartition } from './keys.ts';
import type { Table } from './table.ts';

const WORK = ['workQueue', 'workOrder', 'nextTryAt'];

export class WebhookDeliveryRepository implements Deliveries {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(delivery: Delivery): Promise<void> {
    await this.#table.write({
      put: {
        ...keyOf(delivery),
        ...{ type: 'webhook-delivery', v: 1, ...delivery },
        ...(delivery.nextTryAt !== undefined && dueAt(delivery, delivery.nextTryAt)),
        expiresAtSeconds: epochSeconds(after(new Date(delivery.recordedAt), DELIVERIES_KEPT)),
      },
      condition: missing('pk'),
    });
  }

  async find(key: DeliveryKey): Promise<Delivery | undefined> {
    const item = await this.#table.get(keyOf(key));
    return item && deliveryOf(item);
  }

  async page({ tenantId, webhookId }: WebhookKey, limit: number, before = '~') {
    const { items } = await this.#table.query({
      partition: { pk: personPartition(tenantId, webhookId) },
      sort: { attribute: 'sk', from: DELIVERY, to: `${DELIVERY}${before}` },
      newestFirst: true,
      // With the one that the page before ended with, and one to see whether there are more.
      limit: limit + 2,
      consistent: true,
    });
    const found = items.map(deliveryOf).filter(({ eventId }) => eventId !== before);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown, ...(found.length > limit && last && { next: last.eventId }) };
  }

  async stretch({ tenantId, webhookId, from, until, reached }: Replay, limit: number): Promise<Delivery[]> {
    const { items } = await this.#table.query({
      partition: { pk: personPartition(tenantId, webhookId) },
      sort: {
        attribute: 'sk',
        from: reached === undefined ? firstKeyAt(from) : `${DELIVERY}${reached}\u0000`,
        to: firstKeyAt(until),
      },
      limit,
      consistent: true,
    });
    return items.map(deliveryOf);
  }

  async claim(delivery: Delivery, until: Date): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keyOf(delivery),
      change: { set: dueAt(delivery, until.toISOString()), add: { attempts: 1, tries: 1 } },
      condition: all(equals('state', 'pending'), equals('attempts', delivery.attempts)),
    });
    return done;
  }

  async settle(delivery: Delivery, { state, nextTryAt, lastTriedAt, lastStatus, lastFault }: Tried): Promise<void> {
    await this.#table.write({
      update: keyOf(delivery),
      change: {
        set: {
          ...{ state, lastTriedAt },
          ...(lastStatus !== undefined && { lastStatus }),
          ...(lastFault !== undefined && { lastFault }),
          ...(nextTryAt !== undefined && dueAt(delivery, nextTryAt)),
        },
        remove: [...(nextTryAt === undefined ? WORK : []), lastStatus === undefined ? 'lastStatus' : 'lastFault'],
      },
      condition: all(equals('state', 'pending'), equals('attempts', delivery.attempts)),
    });
  }

  async restart(key: DeliveryKey, at: Date): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keyOf(key),
      change: { set: { state: 'pending', tries: 0, ...dueAt(key, at.toISOString()) } },
      condition: exists('pk'),
    });
    return done;
  }

  async hold(delivery: Delivery): Promise<void> {
    await this.#table.write({
      update: keyOf(delivery),
      change: { set: { state: 'held' }, remove: WORK },
      condition: all(equals('state', 'pending'), equals('attempts', delivery.attempts)),
    });
  }

  async due({ tenantId, webhookId }: WebhookKey, before: Date, limit: number): Promise<WebhookJob[]> {
    const { items } = await this.#table.query({
      index: 'workQueue',
      partition: { workQueue: workQueues.webhook(tenantId, webhookId) },
      sort: { attribute: 'workOrder', below: before.toISOString() },
      limit,
    });
    return items.map((item) => {
      const [, id = ''] = workQueueRowOf(item).workOrder.split('#');
      return { tenantId, webhookId, id };
    });
  }
}

const keyOf = ({ tenantId, webhookId, eventId }: DeliveryKey) => keys.delivery(tenantId, webhookId, eventId);

const firstKeyAt = (moment: string) => `${DELIVERY}${firstIdAt('evt', new Date(moment))}`;

const dueAt = ({ tenantId, webhookId, eventId }: DeliveryKey, nextTryAt: string) => ({
  nextTryAt,
  workQueue: workQueues.webhook(tenantId, webhookId),
  workOrder: lookOrder(nextTryAt, eventId),
});
