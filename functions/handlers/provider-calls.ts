import { type CallJob, callJob } from '../../contract/jobs.ts';
import { providerCalls } from '../compose/provider-calls.ts';
import { callRoute } from '../domain/messaging/providers/call-route.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { caller, log } = providerCalls();

const groupOf = (content: CallJob) => ({ key: `${content.provider} ${content.tenantId}`, content });

/** The queue `provider-calls`: hints of what may go to a web provider now. */
export const handler = queueConsumer(
  log,
  (body) => groupOf(callJob.parse(JSON.parse(body))),
  ([first, ...more]) =>
    callRoute(caller, { ...first, messageIds: [first, ...more].flatMap(({ messageIds }) => messageIds) }),
);
