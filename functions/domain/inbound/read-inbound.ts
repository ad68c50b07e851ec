import type * as z from 'zod/mini';
import type { inboundMessage } from '../../../contract/routes/inbound.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { InboundMessage } from './model.ts';
import type { InboundMessages } from './ports.ts';

type Shown = z.input<typeof inboundMessage>;

export async function getInboundMessage(inbound: InboundMessages, tenantId: string, inboundId: string): Promise<Shown> {
  const message = await inbound.find(tenantId, inboundId);
  if (!message) throw new DomainError('not-found');
  return shown(message);
}

/** A page of messages, newest first. `next` is the id after which the next page begins; absent on the last one. */
export async function listInboundMessages(
  inbound: InboundMessages,
  tenantId: string,
  limit: number,
  before?: string,
): Promise<{ items: Shown[]; next?: string }> {
  const { items, next } = await inbound.page(tenantId, limit, before);
  return { items: items.map(shown), ...(next !== undefined && { next }) };
}

function shown({ tenantId: _, inboundId, missing, ...rest }: InboundMessage): Shown {
  return { id: inboundId, ...rest, ...(missing && { missing: [...missing] }) };
}
