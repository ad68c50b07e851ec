import type { WebhookJob } from '../../contract/jobs.ts';
import { sqsClient } from '../adapters/clients.ts';
import { derivedId } from '../adapters/crypto/derived-id.ts';
import { sealer } from '../adapters/crypto/sealer.ts';
import type { Table } from '../adapters/dynamodb/table.ts';
import { TenantSealer } from '../adapters/dynamodb/tenant-sealer.ts';
import { WebhookDeliveryRepository } from '../adapters/dynamodb/webhook-delivery-repository.ts';
import { WebhookReplayRepository } from '../adapters/dynamodb/webhook-replay-repository.ts';
import { WebhookRepository } from '../adapters/dynamodb/webhook-repository.ts';
import { SqsHurry } from '../adapters/sqs/hurry.ts';
import { clock, hintLost, newId, setting } from './parts.ts';

/** What the functions share that have to do with webhooks. */

export const webhookHurry = () => new SqsHurry<WebhookJob>(sqsClient(), setting('WEBHOOKS_QUEUE_URL'));
export const webhookSealer = (one: Table) => new TenantSealer<string>(one, sealer, 'webhook');
/** On one machine receivers are reached by http and the loopback address; in AWS nothing sets this. */
export const permitsLoopback = () => process.env['WEBHOOKS_TO_LOOPBACK'] === 'yes';

/** For whom hears of what happened. */
export const webhookTeller = (one: Table) => ({
  webhooks: new WebhookRepository(one),
  deliveries: new WebhookDeliveryRepository(one),
  hurry: webhookHurry(),
  derivedId,
  hintLost,
});

export const webhookReplays = (one: Table) => ({
  webhooks: new WebhookRepository(one),
  deliveries: new WebhookDeliveryRepository(one),
  replays: new WebhookReplayRepository(one),
  hurry: webhookHurry(),
  hintLost,
  clock,
  newId,
});
