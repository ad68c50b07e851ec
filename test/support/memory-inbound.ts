import type { InboundMessage } from '../../functions/domain/inbound/model.ts';
import type { InboundMessages } from '../../functions/domain/inbound/ports.ts';

/** Messages from phones in memory, as the table keeps them. */
export function memoryInbound(): InboundMessages & { readonly rows: ReadonlyMap<string, InboundMessage> } {
  const rows = new Map<string, InboundMessage>();
  const tells = new Set<string>();
  const place = (tenantId: string, inboundId: string) => `${tenantId}#${inboundId}`;
  return {
    rows,
    async keep(message) {
      const at = place(message.tenantId, message.inboundId);
      if (!rows.has(at)) rows.set(at, message);
    },
    async keepTold(message, { provider, eventId }) {
      const told = `${message.tenantId} ${provider} ${eventId}`;
      if (!tells.has(told)) rows.set(place(message.tenantId, message.inboundId), message);
      tells.add(told);
    },
    find: async (tenantId, inboundId) => rows.get(place(tenantId, inboundId)),
    findMany: async (tenantId, ids) => ids.flatMap((id) => rows.get(place(tenantId, id)) ?? []),
    async page(tenantId, limit, before) {
      const all = [...rows.values()]
        .filter((row) => row.tenantId === tenantId && (before === undefined || row.inboundId < before))
        .sort((a, b) => (a.inboundId < b.inboundId ? 1 : -1));
      const items = all.slice(0, limit);
      const last = items.at(-1);
      return { items, ...(all.length > limit && last && { next: last.inboundId }) };
    },
  };
}
