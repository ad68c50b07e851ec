import { type Job, job } from '../../contract/jobs.ts';
import { dispatcher as compose } from '../compose/dispatcher.ts';
import { watchBalance } from '../domain/credits/low-balance/watch-balance.ts';
import { closeDays } from '../domain/credits/statement/close-days.ts';
import { sweepDuties } from '../domain/mail/duties/sweep-duties.ts';
import { sweepBatches } from '../domain/messaging/batches/sweep-batches.ts';
import { dispatch } from '../domain/messaging/dispatch.ts';
import { sweepExports } from '../domain/messaging/exports/sweep-exports.ts';
import { sweepWebhooks } from '../domain/webhooks/sweep-webhooks.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { batches, dispatcher, closing, watch, webhooks, exports, mails, log } = compose();

const groupOf = (content: Job) => ({
  key: `${content.type} ${content.tenantId}`,
  content,
});

/** The queue `sms`: hints of what may go to a box now, and what the clock has done for each tenant. */
export const handler = queueConsumer(
  log,
  (body) => groupOf(job.parse(JSON.parse(body))),
  async ([first, ...more]) => {
    const { type, tenantId } = first;
    // Jobs of one group are of one type.
    if (type === 'close-days') return closeDays(closing, tenantId);
    await dispatch(dispatcher, [first, ...more.filter((one) => one.type !== 'close-days')]);
    if (type !== 'sweep') return;
    // As with a sweep: the next minute brings the same again.
    const looks = [
      () => sweepBatches(batches, tenantId),
      () => watchBalance(watch, tenantId),
      () => sweepWebhooks(webhooks, tenantId),
      () => sweepExports(exports, tenantId),
      () => sweepDuties(mails, tenantId),
    ];
    for (const look of looks)
      await look().catch((error: unknown) => dispatcher.trouble('sweep failed', { tenantId }, error));
  },
);
