/**
 * IoT Core beside the broker: its data plane, its control plane, and the rules that carry what boxes say to the queues.
 * Usage: node main.ts <port> <host:port of the broker's listener for the cloud> <folder of the stack>
 * <URL of the queue edge-events> <URL of the queue box-certificates>, with HERAUT_BROKER_PASSWORD
 */
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { topics } from '../../contract/edge.ts';
import { Certificates } from '../certificates.ts';
import { HOST } from '../ports.ts';
import { connectToBroker } from './broker-connection.ts';
import { CertificateRegister } from './certificate-register.ts';
import { controlPlane } from './control-plane.ts';
import { dataPlane } from './data-plane.ts';
import { disconnectClient } from './disconnect.ts';
import { reloadBroker } from './reload-broker.ts';
import { runRule } from './rule.ts';
import { send } from './service-error.ts';

const [port, broker = '', folder = '', eventsUrl = '', certificatesUrl = ''] = process.argv.slice(2);
const password = process.env['HERAUT_BROKER_PASSWORD'] ?? '';
const sqs = new SQSClient({ requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 }, maxAttempts: 1 });

/** When each box last said `ready`: its agent and the cloud have heard each other. */
const readyAt = new Map<string, string>();

const rule = connectToBroker(broker, 'heraut-rule', password, true);
runRule({ client: rule, sqs, topic: topics.allUp, queueUrl: eventsUrl }, (thing, payload) => {
  const { type } = JSON.parse(payload.toString('utf8')) as { type: string };
  if (type === 'ready') readyAt.set(thing, new Date().toISOString());
  console.log(`rule: ${type} of ${thing} is queued`);
});
const certificateRule = connectToBroker(broker, 'heraut-certificate-rule', password, true);
runRule({ client: certificateRule, sqs, topic: topics.allCertificate, queueUrl: certificatesUrl }, (thing) =>
  console.log(`rule: what ${thing} says of its certificate is queued`),
);

const control = controlPlane({
  certificates: new Certificates(join(folder, 'certificates')),
  register: await CertificateRegister.open(join(folder, 'iot', 'register.json')),
  reload: () => reloadBroker(join(folder, 'run', 'broker.pid')),
});
const publisher = connectToBroker(broker, `heraut-data-plane-${process.pid}`, password, false);
const connections = [publisher, rule, certificateRule];
const disconnect = (clientId: string, clean: boolean) => disconnectClient(broker, password, clientId, clean);
dataPlane(publisher, disconnect, (request, response) => {
  // for the stack's own check that everything runs
  if (request.url === '/ready')
    return send(response, connections.every(({ connected }) => connected) ? 200 : 503, Object.fromEntries(readyAt));
  if (!control(request, response))
    send(response, 404, { message: 'Not Found' }, { 'x-amzn-errortype': 'ResourceNotFoundException' });
}).listen(Number(port), HOST, () => console.log(`AWS IoT listens on ${HOST}:${port}`));
