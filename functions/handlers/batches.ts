import { batchJob } from '../../contract/jobs.ts';
import { batches } from '../compose/batches.ts';
import { workOnBatch } from '../domain/messaging/batches/work-on-batch.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { log, worker } = batches();

/** The queue `batches`: hints of batches with something left to do. */
export const handler = queueConsumer(
  log,
  (body) => {
    const content = batchJob.parse(JSON.parse(body));
    return { key: content.batchId, content };
  },
  ([first]) => workOnBatch(worker, first),
);
