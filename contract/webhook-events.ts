import type { MessageState } from './message-states.ts';

/** The states of a message that other systems are told of: those in between say nothing that they could act on. */
export const TOLD_STATES = [
  'submitted',
  'delivered',
  'undelivered',
  'unconfirmed',
  'failed',
  'expired',
  'cancelled',
] as const satisfies readonly MessageState[];
export type ToldState = (typeof TOLD_STATES)[number];

/** What a webhook may be told of. */
export const WEBHOOK_EVENTS = [
  'message.submitted',
  'message.delivered',
  'message.undelivered',
  'message.unconfirmed',
  'message.failed',
  'message.expired',
  'message.cancelled',
  'inbound.received',
] as const satisfies readonly (`message.${ToldState}` | 'inbound.received')[];
export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

/** Webhooks that an agency may have. */
export const WEBHOOKS_AT_MOST = 10;

export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'held'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a try came to nothing without an answer. */
export const DELIVERY_FAULTS = ['address-refused', 'no-connection', 'no-answer-in-time'] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];
