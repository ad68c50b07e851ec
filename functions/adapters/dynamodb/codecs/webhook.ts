import * as z from 'zod/mini';
import { DELIVERY_FAULTS, DELIVERY_STATES, WEBHOOK_EVENTS } from '../../../../contract/webhook-events.ts';
import type { Delivery, Replay, Webhook } from '../../../domain/webhooks/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';
import { known } from './known.ts';

const webhookItem = z.object({
  ...kind('webhook'),
  tenantId: z.string(),
  webhookId: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  description: z.optional(z.string()),
  enabled: z.boolean(),
  mailAddress: z.string(),
  secret: z.string(),
  earlierSecret: z.optional(z.object({ sealed: z.string(), until: z.string() })),
  failingSince: z.optional(z.string()),
  restsUntil: z.optional(z.string()),
  switchedOff: z.optional(z.object({ at: z.string(), reason: z.enum(['failing', 'gone']) })),
  version: z.number(),
  createdAt: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
});
export const webhookOf = (item: Item): Webhook => known(bare(z.parse(webhookItem, item)));

const deliveryItem = z.object({
  ...kind('webhook-delivery'),
  tenantId: z.string(),
  webhookId: z.string(),
  eventId: z.string(),
  event: z.enum(WEBHOOK_EVENTS),
  about: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  body: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number(),
  tries: z.number(),
  nextTryAt: z.optional(z.string()),
  lastTriedAt: z.optional(z.string()),
  lastStatus: z.optional(z.number()),
  lastFault: z.optional(z.enum(DELIVERY_FAULTS)),
});
export const deliveryOf = (item: Item): Delivery => known(bare(z.parse(deliveryItem, item)));

const replayItem = z.object({
  ...kind('webhook-replay'),
  tenantId: z.string(),
  webhookId: z.string(),
  replayId: z.string(),
  from: z.string(),
  until: z.string(),
  which: z.enum(['missed', 'all']),
  reached: z.optional(z.string()),
});
export const replayOf = (item: Item): Replay => known(bare(z.parse(replayItem, item)));
