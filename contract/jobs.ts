import * as z from 'zod/mini';
import { messageId } from './fields.ts';
import { PROVIDERS } from './providers.ts';

/** What the queue `sms` carries: hints that hurry the dispatcher along. The table knows it all; losing one costs time only. */
export const job = z.discriminatedUnion('type', [
  /** this message was accepted, or is to be asked back from its box */
  z.object({ type: z.literal('message'), tenantId: z.string(), messageId }),
  /** look after everything of this tenant that has waited too long */
  z.object({ type: z.literal('sweep'), tenantId: z.string() }),
  /** close the days of this tenant's ledger that are over */
  z.object({ type: z.literal('close-days'), tenantId: z.string() }),
]);
export type Job = z.infer<typeof job>;

/** What the queue `provider-calls` carries: look after what waits for this provider. The messages were just accepted. */
export const callJob = z.object({
  type: z.literal('call'),
  tenantId: z.string(),
  provider: z.enum(PROVIDERS),
  messageIds: z.array(messageId),
});
export type CallJob = z.infer<typeof callJob>;

/** What the queue `webhooks` carries: look at this delivery, or at this replay. Their rows know whether it is time. */
export const webhookJob = z.object({ tenantId: z.string(), webhookId: z.string(), id: z.string() });
export type WebhookJob = z.infer<typeof webhookJob>;

/** What the queue `batches` carries: go on with this batch. */
export const batchJob = z.object({ tenantId: z.string(), batchId: z.string() });
export type BatchJob = z.infer<typeof batchJob>;

/** What the queue `message-exports` carries: write this one on. Its row knows how far it is. */
export const messageExportJob = z.object({ tenantId: z.string(), exportId: z.string() });
export type MessageExportJob = z.infer<typeof messageExportJob>;
