import { type WebhookJob, webhookJob } from '../../contract/jobs.ts';
import { webhookSender } from '../compose/webhook-sender.ts';
import { deliver } from '../domain/webhooks/deliver.ts';
import { goOnWithReplay } from '../domain/webhooks/replay.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { sender, replay, log } = webhookSender();

function work({ id, ...key }: WebhookJob): Promise<void> {
  return id.startsWith('rpl_') ? goOnWithReplay(replay, key, id) : deliver(sender, { ...key, eventId: id });
}

/** The queue `webhooks`: each delivery by itself, so that a receiver that is slow holds up no other. */
export const handler = queueConsumer(
  log,
  (body) => ({ content: webhookJob.parse(JSON.parse(body)) }),
  ([job]) => work(job),
);
