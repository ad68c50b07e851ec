/**
 * One deployed function as a process: loads its bundle and serves Lambda's Invoke API on the loopback address. With GUARD_ROLES set,
 * what its role does not allow on the table is refused, as in AWS; tests set it.
 * Usage: node main.ts <bundle> <port>
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { FUNCTIONS, type FunctionName } from '../../infra/functions.ts';
import { HOST } from '../ports.ts';
import { guardTable } from './guard.ts';
import { type Handler, invoke } from './invocation.ts';

const INVOKE_PATH = '/2015-03-31/functions/function/invocations';
/** Lambda's limit for a synchronous invocation's payload, in bytes. */
const PAYLOAD_LIMIT = 6 * 1024 * 1024;

const [bundle = '', port] = process.argv.slice(2);
const name = process.env['AWS_LAMBDA_FUNCTION_NAME'] as FunctionName;
const region = process.env['AWS_REGION'] ?? '';
const table = process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
if (process.env['GUARD_ROLES']) process.env['AWS_ENDPOINT_URL_DYNAMODB'] = await guardTable(name, table);
const { handler } = (await import(pathToFileURL(bundle).href)) as { handler: Handler };
if (typeof handler !== 'function') throw new Error(`${bundle} exports no handler`);

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error('the invocation could not be answered:', error);
    response.destroy();
  });
});
// The gateway keeps its connections; a time-out of this side would cut one just as it is used.
server.keepAliveTimeout = 0;
server.listen(Number(port), HOST, () => console.log(`${name} listens on ${HOST}:${port}`));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') return send(response, 200, '"ready"');
  if (request.method !== 'POST' || request.url !== INVOKE_PATH)
    return send(response, 404, '{"Message":"Function not found"}');
  const body = await buffer(request);
  if (body.length > PAYLOAD_LIMIT) {
    return send(response, 413, JSON.stringify({ Type: 'User', Message: `${body.length} byte payload is too large` }));
  }
  const event: unknown = JSON.parse(body.toString('utf8'));
  const settings = { name, region, timeoutSeconds: FUNCTIONS[name].timeoutSeconds };
  if (request.headers['x-amz-invocation-type'] === 'Event') {
    send(response, 202, '');
    await invoke(handler, event, settings);
    return;
  }
  const { payload, functionError } = await invoke(handler, event, settings);
  send(response, 200, payload, functionError ? { 'x-amz-function-error': functionError } : {});
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
