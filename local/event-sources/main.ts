/**
 * Lambda's event source mappings. Usage: node main.ts, with HERAUT_EVENT_SOURCES: a JSON list of {queueUrl, function: host:port},
 * and HERAUT_STREAM_SOURCE: {tableName, function: host:port, dlqUrl, placeFile}
 */
import { SQSClient } from '@aws-sdk/client-sqs';
import { type EventSource, poll } from './poll.ts';
import { followStream, type StreamSource } from './stream/follow-stream.ts';
import { StreamsApi } from './stream/streams-api.ts';

const sources = JSON.parse(process.env['HERAUT_EVENT_SOURCES'] ?? '[]') as EventSource[];
const sqs = new SQSClient({
  useQueueUrlAsEndpoint: true,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 30_000 },
  maxAttempts: 1,
});
const streamSource = JSON.parse(process.env['HERAUT_STREAM_SOURCE'] ?? '') as StreamSource;
const streams = new StreamsApi(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
for (const source of sources) console.log(`polling ${source.queueUrl}`);
await Promise.all([...sources.map((source) => poll(sqs, source)), followStream(streams, sqs, streamSource)]);
