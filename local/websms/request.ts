import * as z from 'zod';
import { DEMO_WEBSMS } from '../demo/provider-accounts.ts';

/** The body of POST /rest/smsmessaging/text. What is wrong with a value has a status of its own, so that here it may be anything. */
export const sendRequest = z.object({
  recipientAddressList: z.array(z.string()).optional(),
  messageContent: z.string().optional(),
  senderAddress: z.string().optional(),
  senderAddressType: z.enum(['national', 'international', 'alphanumeric', 'shortcode']).optional(),
  maxSmsPerMessage: z.number().int().optional(),
  messageType: z.enum(['default', 'voice']).optional(),
  contentCategory: z.string().optional(),
  notificationCallbackUrl: z.string().optional(),
  clientMessageId: z.string().optional(),
  priority: z.number().int().min(1).max(9).optional(),
  sendAsFlashSms: z.boolean().optional(),
  test: z.boolean().optional(),
  validityPeriode: z.number().int().optional(),
});
export type SendRequest = z.output<typeof sendRequest>;

/** The first documented status that refuses it; undefined for one that is taken. */
export function refusalOf(request: SendRequest, parts: number): number | undefined {
  const { recipientAddressList: recipients, messageContent: text, senderAddress, senderAddressType } = request;
  if (recipients === undefined || text === undefined) return 4019;
  if (recipients.length < 1 || recipients.length > 1000) return 4002;
  if (recipients.some((recipient) => !/^[1-9]\d{6,14}$/.test(recipient))) return 4002;
  if (text === '') return 4009;
  if (senderAddressType === 'alphanumeric' && !/^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(senderAddress ?? ''))
    return 4003;
  // A sender of whatever kind has to belong to the account.
  if (senderAddress !== undefined && !DEMO_WEBSMS.senders.some((sender) => sender === senderAddress)) return 4003;
  if (request.contentCategory !== undefined && !['informational', 'advertisement'].includes(request.contentCategory))
    return 4040;
  const { validityPeriode: validity } = request;
  if (validity !== undefined && (validity < 60 || validity > 259_200)) return 4041;
  return request.maxSmsPerMessage !== undefined && parts > request.maxSmsPerMessage ? 4026 : undefined;
}
