import { type Job, job } from '../../contract/jobs.ts';
import { dispatcher as compose } from '../compose/dispatcher.ts';
import { closeDays } from '../domain/credits/statement/close-days.ts';
import { dispatch } from '../domain/messaging/dispatch.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { dispatcher, closing, log } = compose();

const groupOf = (content: Job) => ({
  key: `${content.type} ${content.tenantId}`,
  content,
});

/** The queue `sms`: hints of what may go to a box now. */
export const handler = queueConsumer(
  log,
  (body) => groupOf(job.parse(JSON.parse(body))),
  // Jobs of one group are of one type.
  ([first, ...more]) =>
    first.type === 'close-days'
      ? closeDays(closing, first.tenantId)
      : dispatch(dispatcher, [first, ...more.filter((job) => job.type !== 'close-days')]),
);
