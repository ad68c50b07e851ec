import { MAIL_DUE } from '../../../contract/followed.ts';
import type { InboundMessage } from '../../domain/inbound/model.ts';
import type { InboundMessages } from '../../domain/inbound/ports.ts';
import { sha256 } from '../crypto/sha256.ts';
import { inboundItemOf, inboundOf } from './codecs/inbound.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { all, equals, exists, missing } from './condition.ts';
import { inboundPartition, keys, lookOrder, workQueues } from './keys.ts';
import { goesAtSeconds } from './retention.ts';
import type { Table } from './table.ts';

export class InboundRepository implements InboundMessages {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async keep(message: InboundMessage, now: Date): Promise<void> {
    await this.#table.write({
      put: { ...inboundItemOf(message), expiresAtSeconds: goesAtSeconds(now) },
      condition: missing('pk'),
    });
  }

  async keepTold(
    message: InboundMessage,
    { provider, eventId }: { readonly provider: string; readonly eventId: string },
    now: Date,
  ): Promise<void> {
    const expiresAtSeconds = goesAtSeconds(now);
    const told = sha256(eventId).toString('base64url');
    await this.#table.write(
      {
        put: { ...keys.providerEvent(message.tenantId, provider, told), type: 'told', v: 1, expiresAtSeconds },
        condition: missing('pk'),
      },
      { put: { ...inboundItemOf(message), expiresAtSeconds } },
    );
  }

  async claimMail(tenantId: string, inboundId: string): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.inbound(tenantId, inboundId),
      change: { set: { mailed: true }, remove: ['state', 'workQueue', 'workOrder'] },
      condition: all(exists('pk'), missing('mailed')),
    });
    return done;
  }

  async putOffMail(tenantId: string, inboundId: string, until: Date): Promise<void> {
    await this.#table.write({
      update: keys.inbound(tenantId, inboundId),
      change: {
        set: {
          ...{ state: 'mail-put-off', workQueue: workQueues.mails(tenantId) },
          workOrder: lookOrder(until.toISOString(), inboundId),
        },
        remove: ['mailed'],
      },
      condition: exists('mailed'),
    });
  }

  async mailsDue(tenantId: string, before: Date, limit: number): Promise<string[]> {
    const { items } = await this.#table.query({
      index: 'workQueue',
      partition: { workQueue: workQueues.mails(tenantId) },
      sort: { attribute: 'workOrder', below: before.toISOString() },
      limit,
    });
    return items.map((item) => workQueueRowOf(item).sk);
  }

  async askForMail(tenantId: string, inboundId: string): Promise<void> {
    await this.#table.write({
      update: keys.inbound(tenantId, inboundId),
      change: { set: { state: MAIL_DUE }, remove: ['workQueue', 'workOrder'] },
      condition: equals('state', 'mail-put-off'),
    });
  }

  async find(tenantId: string, inboundId: string): Promise<InboundMessage | undefined> {
    const item = await this.#table.get(keys.inbound(tenantId, inboundId));
    return item && inboundOf(item);
  }

  async findMany(tenantId: string, inboundIds: readonly string[]): Promise<InboundMessage[]> {
    if (inboundIds.length === 0) return [];
    const items = await this.#table.batchGet(inboundIds.map((id) => keys.inbound(tenantId, id)));
    return items.filter((item) => item !== undefined).map(inboundOf);
  }

  async page(tenantId: string, limit: number, before?: string): Promise<{ items: InboundMessage[]; next?: string }> {
    const { items, next } = await this.#table.query({
      partition: { pk: inboundPartition(tenantId) },
      newestFirst: true,
      limit,
      ...(before !== undefined && { after: { ...keys.inbound(tenantId, before) } }),
    });
    return { items: items.map(inboundOf), ...(next && { next: String(next['sk']) }) };
  }
}
