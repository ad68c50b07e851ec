import type { Outcome } from './message-states.ts';

/** What a webhook may be told of: of a message no more than its outcome, as others could act on nothing else. */
export const WEBHOOK_EVENTS = [
  'message.submitted',
  'message.delivered',
  'message.undelivered',
  'message.unconfirmed',
  'message.failed',
  'message.expired',
  'message.cancelled',
  'inbound.received',
] as const satisfies readonly (`message.${Outcome}` | 'inbound.received')[];
export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

/** Webhooks that an agency may have. */
export const WEBHOOKS_AT_MOST = 10;

export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'held'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a try came to nothing without an answer. */
export const DELIVERY_FAULTS = ['address-refused', 'no-connection', 'no-answer-in-time'] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];
