/**
 * IoT Core beside the broker: its data plane, and the rule that carries what boxes say to the queue.
 * Usage: node main.ts <port> <host:port of the broker's listener for the cloud> <URL of the queue edge-events>,
 * with HERAUT_BROKER_PASSWORD
 */
import { SQSClient } from '@aws-sdk/client-sqs';
import { HOST } from '../ports.ts';
import { connectToBroker } from './broker-connection.ts';
import { dataPlane, send } from './data-plane.ts';
import { runRule } from './rule.ts';

const [port, broker = '', queueUrl = ''] = process.argv.slice(2);
const password = process.env['HERAUT_BROKER_PASSWORD'] ?? '';
const sqs = new SQSClient({ requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 }, maxAttempts: 1 });

/** When each box last said `ready`: its agent and the cloud have heard each other. */
const readyAt = new Map<string, string>();

const rule = connectToBroker(broker, 'heraut-rule', password, true);
runRule(rule, sqs, queueUrl, (thing, payload) => {
  const { type } = JSON.parse(payload.toString('utf8')) as { type: string };
  if (type === 'ready') readyAt.set(thing, new Date().toISOString());
  console.log(`rule: ${type} of ${thing} is queued`);
});

const publisher = connectToBroker(broker, `heraut-data-plane-${process.pid}`, password, false);
dataPlane(publisher, (request, response) => {
  // for the stack's own check that everything runs
  if (request.url === '/ready')
    return send(response, publisher.connected && rule.connected ? 200 : 503, Object.fromEntries(readyAt));
  send(response, 404, { message: 'Not Found' }, { 'x-amzn-errortype': 'ResourceNotFoundException' });
}).listen(Number(port), HOST, () => console.log(`IoT's data plane listens on ${HOST}:${port}`));
