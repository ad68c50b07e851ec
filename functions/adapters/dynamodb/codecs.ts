import * as z from 'zod';
import { MESSAGE_STATES } from '../../../contract/routes/messaging.ts';

/** The shape of each kind of item. What is read is parsed, so that a wrong item is an error here and not a wonder elsewhere. */

const kind = <T extends string>(type: T) => ({ type: z.literal(type), v: z.literal(1) });

export const messageItem = z.object({
  ...kind('message'),
  tenantId: z.string(),
  messageId: z.string(),
  state: z.enum(MESSAGE_STATES),
  to: z.string(),
  /** whole, or its beginning when `longText` is set and the whole has its own item */
  text: z.string(),
  longText: z.literal(true).optional(),
  alphabet: z.enum(['gsm7', 'ucs2']),
  parts: z.number(),
  credits: z.number(),
  walletShard: z.number(),
  acceptedAt: z.string(),
  expiresAt: z.string(),
  acceptedBy: z.string(),
  attempt: z.number(),
  boxId: z.string().optional(),
  journalId: z.string().optional(),
  looks: z.number().optional(),
  partsSubmitted: z.number().optional(),
  reason: z.string().optional(),
  timeline: z.array(
    z.object({ event: z.enum(['received', ...MESSAGE_STATES]), at: z.string(), detail: z.string().optional() }),
  ),
});
export type MessageItem = z.infer<typeof messageItem>;

export const messageTextItem = z.object({ ...kind('message-text'), text: z.string() });

export const walletItem = z.object({
  ...kind('wallet'),
  granted: z.number(),
  available: z.number(),
  reserved: z.number(),
  consumed: z.number(),
});

export const idempotencyItem = z.object({
  ...kind('idempotency'),
  fingerprint: z.string(),
  answer: z.record(z.string(), z.unknown()),
  expiresAtSeconds: z.number(),
});

export const boxItem = z.object({
  ...kind('box'),
  tenantId: z.string(),
  boxId: z.string(),
  name: z.string(),
  journalId: z.string().optional(),
  epoch: z.number(),
  confirmedEpoch: z.number(),
  helloId: z.string().optional(),
  quarantined: z.string().optional(),
  window: z.number(),
});

/** What the index `workQueue` gives: KEYS_ONLY. */
export const workQueueRow = z.object({ workQueue: z.string(), workOrder: z.string(), pk: z.string(), sk: z.string() });
