import { messageExportJob } from '../../contract/jobs.ts';
import { messageExporter } from '../compose/message-exporter.ts';
import { runExport } from '../domain/messaging/exports/run-export.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { exporter, log } = messageExporter();

/** The queue `message-exports`: each by itself, so that a large one holds up no small one. */
export const handler = queueConsumer(
  log,
  (body) => ({ content: messageExportJob.parse(JSON.parse(body)) }),
  ([job]) => runExport(exporter, job),
);
