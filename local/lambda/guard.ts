import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { FunctionName } from '../../infra/functions.ts';
import { HOST } from '../ports.ts';
import { lackingFor } from './role.ts';

/** In the log of a function that asked for more than its role allows. */
export const BEYOND_ITS_ROLE = 'beyond its role';

/** Whose rights follow from more than their names. */
const SAYS_MORE: ReadonlySet<string> = new Set(['Query', 'TransactWriteItems']);

/**
 * Stands between a function and the table, and refuses what its role does not allow: DynamoDB Local allows all, so that what is missing
 * would be found in AWS alone.
 *
 * @param table `http://host:port` of DynamoDB
 * @returns its own address, in the same form
 */
export async function guardTable(name: FunctionName, table: string): Promise<string> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((asked, answer) => {
    pass(name, { table, agent }, asked, answer).catch(() => answer.destroy());
  });
  server.keepAliveTimeout = 0;
  server.listen(0, HOST);
  await once(server, 'listening');
  return `http://${HOST}:${(server.address() as AddressInfo).port}`;
}

async function pass(
  name: FunctionName,
  { table, agent }: { readonly table: string; readonly agent: Agent },
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const body = await buffer(asked);
  // DynamoDB_20120810.PutItem
  const operation = String(asked.headers['x-amz-target']).split('.')[1] ?? '';
  const lacking = lackingFor(name, operation, SAYS_MORE.has(operation) ? JSON.parse(body.toString()) : {});
  if (lacking.length > 0) {
    const message = `${name} may not ${lacking.join(', ')} (infra/functions.ts)`;
    const type = 'com.amazon.coral.service#AccessDeniedException';
    console.error(`${BEYOND_ITS_ROLE}: ${message}`);
    answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    answer.end(JSON.stringify({ __type: type, message }));
    return;
  }
  const { method = 'POST', url = '/', headers } = asked;
  const onward = request(new URL(url, table), { agent, method, headers });
  // Who gives up waiting, or is cut off, has the other side see the same.
  answer.once('close', () => onward.destroy());
  onward.end(body);
  const [answered] = (await once(onward, 'response')) as [IncomingMessage];
  answer.writeHead(answered.statusCode ?? 502, answered.headers);
  answered.once('error', () => answer.destroy()).pipe(answer);
}
