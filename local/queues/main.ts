/**
 * The queues, as infra/constructs/queue-with-dlq.ts has them. They are kept in memory: what a restart loses, the table's
 * work queue finds again. Usage: node main.ts <port> [seconds that a message stays hidden from other readers]
 */
import { buildApp } from 'fauxqs';
import { FUNCTIONS, functionNames } from '../../infra/functions.ts';
import { HOST } from '../ports.ts';

const MAX_RECEIVE_COUNT = 5;
const DAY_SECONDS = 86_400;

const [port, hiddenSeconds] = process.argv.slice(2);
const region = process.env['AWS_REGION'] ?? '';
// startFauxqs would listen on all addresses
const app = buildApp({ logger: false, defaultRegion: region });

async function createQueue(name: string, attributes: Record<string, string>): Promise<void> {
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.CreateQueue' },
    payload: JSON.stringify({ QueueName: name, Attributes: attributes }),
  });
  if (statusCode !== 200) throw new Error(`the queue ${name} was not created: ${body}`);
  console.log(`queue ${name}`);
}

/** What ends here was tried often enough. */
const createDlq = (name: string) => createQueue(name, { MessageRetentionPeriod: String(14 * DAY_SECONDS) });

await createDlq('after-dlq');
for (const name of functionNames) {
  const spec = FUNCTIONS[name];
  if (!('consumes' in spec)) continue;
  const dlq = `${spec.consumes}-dlq`;
  await createDlq(dlq);
  await createQueue(spec.consumes, {
    VisibilityTimeout: hiddenSeconds ?? String(6 * spec.timeoutSeconds),
    MessageRetentionPeriod: String(4 * DAY_SECONDS),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: `arn:aws:sqs:${region}:000000000000:${dlq}`,
      maxReceiveCount: MAX_RECEIVE_COUNT,
    }),
  });
}
await app.listen({ port: Number(port), host: HOST });
console.log(`the queues listen on ${HOST}:${port}`);
