import type { WebhookJob } from '../../../contract/jobs.ts';
import type { DeliveryFault } from '../../../contract/webhook-events.ts';
import type { AuditLine } from '../audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../shared/idempotency.ts';
import type { TenantSecrets } from '../shared/tenant-secrets.ts';
import type { Delivery, DeliveryKey, Replay, Webhook, WebhookKey } from './model.ts';

/** Of one that fails, since when: where a try came to nothing before and none has succeeded since, that moment stays. */
export type Noted = 'well' | { readonly failingSince: string; readonly restsUntil?: string };

export interface Webhooks {
  list(tenantId: string): Promise<Webhook[]>;
  find(key: WebhookKey): Promise<Webhook | undefined>;
  /** Once for each key; refused when there are as many as there may be. */
  add<A extends object>(
    webhook: Webhook,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A> | 'too-many'>;
  /** False when the present version is another one. */
  change(before: Webhook, after: Webhook, audit: AuditLine): Promise<boolean>;
  /** As `change`, once for each key. */
  renewSecret<A extends object>(
    before: Webhook,
    after: Webhook,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A> | 'changed'>;
  /** False when the present version is another one. */
  remove(webhook: Webhook, audit: AuditLine): Promise<boolean>;
  /** How a try went; nothing happens where somebody has changed the webhook since. */
  note(webhook: Webhook, how: Noted): Promise<void>;
  /**
   * The mail about it is due with it. False when that was done before, somebody has changed the webhook since, or it is gone; for `failing` also when a try has
   * succeeded since.
   */
  switchOff(webhook: Webhook, off: NonNullable<Webhook['switchedOff']>, audit: AuditLine): Promise<boolean>;
}

/** What became of a try. */
export interface Tried {
  readonly state: Delivery['state'];
  readonly lastTriedAt: string;
  readonly lastStatus?: number | undefined;
  readonly lastFault?: DeliveryFault | undefined;
  readonly nextTryAt?: string | undefined;
}

export interface Deliveries {
  /** Nothing happens when the event was taken up before. */
  add(delivery: Delivery): Promise<void>;
  find(key: DeliveryKey): Promise<Delivery | undefined>;
  /** Newest first, those before the event `before`. */
  page(key: WebhookKey, limit: number, before?: string): Promise<{ items: Delivery[]; next?: string }>;
  /** Oldest first, those taken up in a time, after the event `after`. */
  stretch(replay: Replay, limit: number): Promise<Delivery[]>;
  /** Takes a try: false when another process has it, or it was made. */
  claim(delivery: Delivery, until: Date): Promise<boolean>;
  /** What became of the try that was claimed; nothing when the delivery has gone on since. */
  settle(delivery: Delivery, tried: Tried): Promise<void>;
  /** Has it tried from now on, whatever became of it before. False when it is gone. */
  restart(key: DeliveryKey, at: Date): Promise<boolean>;
  /** Keeps it without trying it. */
  hold(delivery: Delivery): Promise<void>;
  /** What is due before then, oldest first. */
  due(key: WebhookKey, before: Date, limit: number): Promise<WebhookJob[]>;
}

export interface Replays {
  /** Once for each key. */
  add<A extends object>(
    replay: Replay,
    at: Date,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A>>;
  /** What the first request with this key got, if there was one. */
  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined>;
  find(key: WebhookKey, replayId: string): Promise<Replay | undefined>;
  reach(replay: Replay, eventId: string): Promise<void>;
  end(replay: Replay): Promise<void>;
  /** Those that were asked for before then and have not ended, oldest first. */
  due(tenantId: string, before: Date, limit: number): Promise<WebhookJob[]>;
}

/** Hurries the sender along; a job that gets lost costs a minute, nothing else. */
export interface WebhookHurry {
  push(jobs: readonly WebhookJob[]): Promise<void>;
}

/** Bound to the webhook's id. */
export type WebhookSealer = TenantSecrets<string>;

/** After the Standard Webhooks specification. */
export interface WebhookSignatures {
  /** `whsec_` and 256 random bits in base64 */
  makeSecret(): string;
  /** `v1,` and an HMAC-SHA256 in base64 */
  sign(secret: string, eventId: string, seconds: number, body: string): string;
}

export type Posted =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'fault'; readonly fault: DeliveryFault };

/** Sends to addresses that somebody else has typed: never to one that is not public. Never rejects, never repeats. */
export type WebhookPost = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Posted>;
