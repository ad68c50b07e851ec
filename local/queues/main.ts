/**
 * The queues, as infra/constructs/queue-with-dlq.ts has them. They are kept in memory: what a restart loses, the table's
 * work queue finds again. Usage: node main.ts <port> [seconds that a message stays hidden from other readers]
 */
import { startFauxqs } from 'fauxqs';
import { FUNCTIONS, functionNames } from '../../infra/functions.ts';
import { HOST } from '../ports.ts';

const MAX_RECEIVE_COUNT = 5;
const DAY_SECONDS = 86_400;

const [port, hiddenSeconds] = process.argv.slice(2);
const region = process.env['AWS_REGION'] ?? '';
const server = await startFauxqs({ port: Number(port), host: HOST, logger: false, defaultRegion: region });

for (const name of functionNames) {
  const spec = FUNCTIONS[name];
  if (!('consumes' in spec)) continue;
  const dlq = server.createQueue(`${spec.consumes}-dlq`, {
    region,
    attributes: { MessageRetentionPeriod: String(14 * DAY_SECONDS) },
  });
  server.createQueue(spec.consumes, {
    region,
    attributes: {
      VisibilityTimeout: hiddenSeconds ?? String(6 * spec.timeoutSeconds),
      MessageRetentionPeriod: String(4 * DAY_SECONDS),
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dlq.queueArn, maxReceiveCount: MAX_RECEIVE_COUNT }),
    },
  });
  console.log(`queue ${spec.consumes} for ${name}`);
}
console.log(`the queues listen on ${HOST}:${port}`);
