/**
 * Lambda's event source mappings. Usage: node main.ts, with HERAUT_EVENT_SOURCES: a JSON list of
 * {queueUrl, function: host:port}
 */
import { SQSClient } from '@aws-sdk/client-sqs';
import { type EventSource, poll } from './poll.ts';

const sources = JSON.parse(process.env['HERAUT_EVENT_SOURCES'] ?? '[]') as EventSource[];
const sqs = new SQSClient({
  useQueueUrlAsEndpoint: true,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 30_000 },
  maxAttempts: 1,
});
for (const source of sources) console.log(`polling ${source.queueUrl}`);
await Promise.all(sources.map((source) => poll(sqs, source)));
