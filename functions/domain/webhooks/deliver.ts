import { after, type Clock } from '../shared/clock.ts';
import {
  type Delivery,
  type DeliveryKey,
  isOn,
  isResting,
  RESTS_FOR,
  RETRY_DELAYS,
  SWITCHED_OFF_AFTER,
  TRY_TAKES,
  type Webhook,
} from './model.ts';
import type { Deliveries, Posted, WebhookPost, WebhookSealer, WebhookSignatures, Webhooks } from './ports.ts';
import { type SwitchOffDependencies, switchOff } from './switch-off.ts';

export interface DeliverDependencies extends SwitchOffDependencies {
  readonly webhooks: Pick<Webhooks, 'find' | 'note' | 'switchOff'>;
  readonly deliveries: Pick<Deliveries, 'find' | 'claim' | 'settle' | 'hold'>;
  readonly sealer: Pick<WebhookSealer, 'open'>;
  readonly signatures: Pick<WebhookSignatures, 'sign'>;
  readonly post: WebhookPost;
  readonly clock: Clock;
}

/** Standard Webhooks: who answers so wants no more. */
const GONE = 410;

/**
 * Makes one try, if it is time. Called twice for the same it does nothing the second time; after a crash another one makes the
 * try again, so that a receiver may hear of an event twice, by the same id.
 */
export async function deliver(deps: DeliverDependencies, key: DeliveryKey): Promise<void> {
  const { webhooks, deliveries, clock } = deps;
  const [webhook, delivery] = await Promise.all([webhooks.find(key), deliveries.find(key)]);
  const now = clock.now();
  if (delivery?.state !== 'pending' || (delivery.nextTryAt ?? '') > now.toISOString()) return;
  if (!webhook || !isOn(webhook)) return deliveries.hold(delivery);
  if (isResting(webhook, now)) return;
  if (!(await deliveries.claim(delivery, after(now, TRY_TAKES)))) return;
  const posted = await send(deps, webhook, delivery, now);
  await settle(deps, webhook, { ...delivery, tries: delivery.tries + 1, attempts: delivery.attempts + 1 }, posted);
}

async function send(deps: DeliverDependencies, webhook: Webhook, delivery: Delivery, now: Date): Promise<Posted> {
  const { tenantId, webhookId, secret, earlierSecret } = webhook;
  const sealed = [secret, ...(earlierSecret && earlierSecret.until > now.toISOString() ? [earlierSecret.sealed] : [])];
  const secrets = await Promise.all(sealed.map((one) => deps.sealer.open(tenantId, webhookId, one)));
  const seconds = Math.floor(now.getTime() / 1000);
  const { eventId, body } = delivery;
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Heraut-Webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((one) => deps.signatures.sign(one, eventId, seconds, body)).join(' '),
  };
  return deps.post(webhook.url, headers, body);
}

async function settle(deps: DeliverDependencies, webhook: Webhook, delivery: Delivery, posted: Posted): Promise<void> {
  const { webhooks, deliveries, clock } = deps;
  const now = clock.now();
  const lastTriedAt = now.toISOString();
  const answer = {
    lastTriedAt,
    ...(posted.kind === 'answered' ? { lastStatus: posted.status } : { lastFault: posted.fault }),
  };
  const isDone = posted.kind === 'answered' && posted.status >= 200 && posted.status < 300;
  if (isDone) {
    await deliveries.settle(delivery, { state: 'delivered', ...answer });
    if (webhook.failingSince !== undefined) await webhooks.note(webhook, 'well');
    return;
  }
  const delay = RETRY_DELAYS[delivery.tries - 1];
  await deliveries.settle(delivery, {
    ...answer,
    ...(delay === undefined ? { state: 'failed' } : { state: 'pending', nextTryAt: after(now, delay).toISOString() }),
  });
  if (posted.kind === 'answered' && posted.status === GONE) return switchOff(deps, webhook, 'gone');
  const { failingSince } = webhook;
  if (failingSince !== undefined && after(now, -SWITCHED_OFF_AFTER).toISOString() >= failingSince)
    return switchOff(deps, webhook, 'failing');
  const restsUntil = posted.kind === 'fault' ? after(now, RESTS_FOR).toISOString() : undefined;
  // Since this very try, should another have succeeded while it was made.
  if (failingSince === undefined || restsUntil !== undefined)
    await webhooks.note(webhook, { failingSince: lastTriedAt, ...(restsUntil !== undefined && { restsUntil }) });
}
