import * as z from 'zod/mini';
import { INBOUND_KINDS } from '../../../../contract/inbound-kinds.ts';
import { PROVIDERS } from '../../../../contract/providers.ts';
import type { InboundMessage } from '../../../domain/inbound/model.ts';
import { keys } from '../keys.ts';
import type { Item, Key } from '../table.ts';
import { bare, kind } from './kind.ts';

/** The kind of item is its `type`; the kind of message has a name of its own. */
const inboundItem = z.object({
  ...kind('inbound'),
  tenantId: z.string(),
  inboundId: z.string(),
  messageKind: z.enum(INBOUND_KINDS),
  sender: z.optional(z.string()),
  text: z.string(),
  octets: z.optional(z.string()),
  parts: z.number(),
  missing: z.optional(z.array(z.number())),
  sentAt: z.optional(z.string()),
  receivedAt: z.string(),
  boxId: z.optional(z.string()),
  modem: z.optional(z.string()),
  provider: z.optional(z.enum(PROVIDERS)),
  recipient: z.optional(z.string()),
});

export function inboundItemOf({ kind: messageKind, ...rest }: InboundMessage): Key & Item {
  return { ...keys.inbound(rest.tenantId, rest.inboundId), type: 'inbound', v: 1, messageKind, ...rest };
}

export function inboundOf(item: Item): InboundMessage {
  const { messageKind, sender, octets, missing, sentAt, boxId, modem, provider, recipient, ...rest } = bare(
    z.parse(inboundItem, item),
  );
  return {
    ...rest,
    kind: messageKind,
    ...(sender !== undefined && { sender }),
    ...(octets !== undefined && { octets }),
    ...(missing !== undefined && { missing }),
    ...(sentAt !== undefined && { sentAt }),
    ...(boxId !== undefined && { boxId }),
    ...(modem !== undefined && { modem }),
    ...(provider && { provider }),
    ...(recipient !== undefined && { recipient }),
  };
}
