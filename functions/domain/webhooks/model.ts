import type { DeliveryFault, DeliveryState, WebhookEventType } from '../../../contract/webhook-events.ts';
import { DAY, HOUR, MINUTE } from '../shared/clock.ts';

/** Another system that is told of what happens. */
export interface Webhook {
  readonly tenantId: string;
  readonly webhookId: string;
  readonly url: string;
  readonly events: readonly WebhookEventType[];
  readonly description?: string;
  readonly enabled: boolean;
  /** who is told when it was switched off */
  readonly mailAddress: string;
  /** sealed by the agency's key */
  readonly secret: string;
  readonly earlierSecret?: { readonly sealed: string; readonly until: string };
  /** no try has succeeded since then */
  readonly failingSince?: string;
  /** not tried before then, as it did not answer */
  readonly restsUntil?: string;
  /** by itself; ended when somebody turns it on again */
  readonly switchedOff?: { readonly at: string; readonly reason: 'failing' | 'gone' };
  /** goes up with each change that somebody makes */
  readonly version: number;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly changedBy: string;
}
export type WebhookKey = Pick<Webhook, 'tenantId' | 'webhookId'>;

export const isOn = ({ enabled, switchedOff }: Webhook) => enabled && switchedOff === undefined;

/** Whether it is left alone for now, as it gave no answer. */
export const isResting = ({ restsUntil = '' }: Webhook, now: Date) => restsUntil > now.toISOString();

/** Something that other systems are told of. */
export interface WebhookEvent {
  readonly type: WebhookEventType;
  /** the message that it is about */
  readonly about: string;
  /** ISO 8601 */
  readonly occurredAt: string;
  /** orders the events about one message: a later one has a higher number */
  readonly sequence: number;
  readonly data: object;
}

/** One event and one webhook. */
export interface Delivery {
  readonly tenantId: string;
  readonly webhookId: string;
  /** the same for all webhooks, and each time that it is told: sorts by when it was taken up */
  readonly eventId: string;
  readonly event: WebhookEventType;
  readonly about: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** what is sent, to the letter */
  readonly body: string;
  readonly state: DeliveryState;
  /** over all rounds */
  readonly attempts: number;
  /** in this round: a replay begins another one */
  readonly tries: number;
  /** of one that is pending; while one is being made, when another process may take it over */
  readonly nextTryAt?: string;
  readonly lastTriedAt?: string;
  readonly lastStatus?: number;
  readonly lastFault?: DeliveryFault;
}
export type DeliveryKey = Pick<Delivery, 'tenantId' | 'webhookId' | 'eventId'>;

/** A stretch of deliveries that are sent once more. */
export interface Replay {
  readonly tenantId: string;
  readonly webhookId: string;
  readonly replayId: string;
  readonly from: string;
  readonly until: string;
  readonly which: 'missed' | 'all';
  /** the event that it has come to; absent at its beginning */
  readonly reached?: string;
}

/** The way of its body; raised when a receiver of the one before would misread it. */
export const BODY_VERSION = 1;
/** How long the log of deliveries is kept. */
export const DELIVERIES_KEPT = 30 * DAY;
/** How long the secret before still signs. */
export const EARLIER_SECRET_FOR = DAY;
/** Milliseconds until the whole answer has to be there. */
export const ANSWER_WITHIN = 10_000;
/** After this a try whose process died is made by another: longer than a try with all its writes. */
export const TRY_TAKES = MINUTE;
/** A webhook that gives no answer is left alone for so long, so that what waits for it holds up no other. */
export const RESTS_FOR = MINUTE;
/** A webhook of which no try succeeds for so long is switched off. */
export const SWITCHED_OFF_AFTER = 3 * DAY;

/** Milliseconds from each try of a round to the next: eleven tries over three days and two and a half hours. */
export const RETRY_DELAYS = [
  ...[MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR],
  ...[14 * HOUR, 14 * HOUR, 19 * HOUR],
] as const;
