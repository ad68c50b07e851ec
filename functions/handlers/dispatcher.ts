import { type Job, job } from '../../contract/jobs.ts';
import { dispatcher as compose } from '../compose/dispatcher.ts';
import { dispatch } from '../domain/messaging/dispatch.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { dispatcher, log } = compose();

const groupOf = (content: Job) => ({
  key: `${content.type} ${content.tenantId}`,
  content,
});

/** The queue `sms`: hints of what may go to a box now. */
export const handler = queueConsumer(
  log,
  (body) => groupOf(job.parse(JSON.parse(body))),
  (jobs) => dispatch(dispatcher, jobs),
);
