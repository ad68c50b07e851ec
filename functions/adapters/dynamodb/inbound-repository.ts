import type { InboundMessage } from '../../domain/inbound/model.ts';
import type { InboundMessages } from '../../domain/inbound/ports.ts';
import { sha256 } from '../crypto/sha256.ts';
import { inboundItemOf, inboundOf } from './codecs/inbound.ts';
import { missing } from './condition.ts';
import { inboundPartition, keys } from './keys.ts';
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
