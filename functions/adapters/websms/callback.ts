import * as z from 'zod/mini';
import type { ProviderEvent } from '../../domain/messaging/providers/model.ts';

const common = { notificationId: z.string() };
const addresses = { senderAddress: z.optional(z.string()), recipientAddress: z.optional(z.string()) };

const callback = z.discriminatedUnion('messageType', [
  z.object({ ...common, messageType: z.literal('text'), ...addresses, textMessageContent: z.string() }),
  z.object({ ...common, messageType: z.literal('binary'), ...addresses, binaryMessageContent: z.array(z.string()) }),
  z.object({
    ...common,
    messageType: z.literal('deliveryReport'),
    deliveryReportMessageStatus: z.enum(['delivered', 'undelivered', 'expired', 'deleted', 'accepted', 'rejected']),
    deliveredOn: z.nullish(z.string()),
    clientMessageId: z.nullish(z.string()),
  }),
]);

const STATES = {
  accepted: 'submitted',
  delivered: 'delivered',
  undelivered: 'undelivered',
  expired: 'undelivered',
  deleted: 'undelivered',
  rejected: 'undelivered',
} as const;

/**
 * What websms tells by one callback; undefined for what it does not document.
 * @param named the call that the address of the callback names: the report itself may lack its id
 */
export function readWebsmsCallback(body: unknown, named: string | undefined): ProviderEvent | undefined {
  const read = z.safeParse(callback, body);
  if (!read.success) return undefined;
  const told = read.data;
  if (told.messageType === 'deliveryReport') {
    const { deliveryReportMessageStatus: status, clientMessageId, deliveredOn } = told;
    const callId = clientMessageId ?? named;
    const at = momentOf(deliveredOn);
    return { type: 'report', state: STATES[status], code: status, ...(callId && { callId }), ...(at && { at }) };
  }
  const { notificationId: eventId, senderAddress: sender, recipientAddress: recipient } = told;
  const from = { ...(sender !== undefined && { sender }), ...(recipient !== undefined && { recipient }) };
  if (told.messageType === 'text')
    return { type: 'inbound', eventId, kind: 'text', text: told.textMessageContent, ...from };
  const octets = told.binaryMessageContent.map((part) => Buffer.from(part, 'base64').toString('hex')).join('');
  return { type: 'inbound', eventId, kind: 'data', text: '', octets, ...from };
}

function momentOf(text: string | null | undefined): Date | undefined {
  const moment = new Date(text ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
