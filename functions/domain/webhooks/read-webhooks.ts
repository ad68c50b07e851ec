import type * as z from 'zod/mini';
import type { webhookDelivery, webhook as webhookSchema } from '../../../contract/routes/webhooks.ts';
import { type Delivery, isOn, type Webhook } from './model.ts';

/** As the API shows it: never its secret. */
export function describeWebhook(webhook: Webhook): z.input<typeof webhookSchema> {
  const { webhookId: id, url, events, mailAddress, description, failingSince, switchedOff, earlierSecret } = webhook;
  const { version, createdAt, changedAt, changedBy } = webhook;
  return {
    ...{ id, url, events: [...events], mailAddress, enabled: isOn(webhook) },
    ...(description !== undefined && { description }),
    ...(failingSince !== undefined && { failingSince }),
    ...(switchedOff && { switchedOff }),
    ...(earlierSecret && { earlierSecretUntil: earlierSecret.until }),
    ...{ version, createdAt, changedAt, changedBy },
  };
}

export function describeDelivery(delivery: Delivery): z.input<typeof webhookDelivery> {
  const { eventId, event, about, occurredAt, recordedAt, state, attempts } = delivery;
  const { lastTriedAt, lastStatus, lastFault, nextTryAt } = delivery;
  return {
    ...{ eventId, event, about, occurredAt, recordedAt, state, attempts },
    ...(lastTriedAt !== undefined && { lastTriedAt }),
    ...(lastStatus !== undefined && { lastStatus }),
    ...(lastFault && { lastFault }),
    ...(nextTryAt !== undefined && { nextTryAt }),
  };
}
