/**
 * CloudFront and API Gateway's HTTP API on one machine, at one origin: serves the web app, matches the route table and calls the
 * route's function.
 * Usage: node main.ts <port> <folder of the web app>, with HERAUT_FUNCTIONS: a JSON object of each function's host:port,
 * HERAUT_ORIGIN_SECRET: what CloudFront alone knows, and HERAUT_FILES_ORIGIN: where the bucket of files is
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ORIGIN_HEADER, VIEWER_HEADER } from '../../contract/origin.ts';
import { routes } from '../../contract/routes/index.ts';
import { isApiPath } from '../../contract/site.ts';
import { FunctionError, invokeFunction } from '../lambda/invoke-function.ts';
import { HOST } from '../ports.ts';
import { eventOf, writeResult } from './event.ts';
import { createPages, pathOf } from './pages.ts';
import { router } from './routing.ts';

/** API Gateway's limits, in bytes. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const BODY_LIMIT = 10_000_000;
const HEADER_LIMIT = 10_240;
/** Seconds after which a caller may try again, when a function could not be reached. */
const RETRY_AFTER = '2';

const functions = JSON.parse(process.env['HERAUT_FUNCTIONS'] ?? '{}') as Record<string, string>;
const originSecret = process.env['HERAUT_ORIGIN_SECRET'] ?? '';
const targetOf = router(Object.values(routes));
const servePage = createPages(process.argv[3] ?? '', process.env['HERAUT_FILES_ORIGIN'] ?? '');

const server = createServer({ maxHeaderSize: HEADER_LIMIT }, (request, response) => {
  answer(request, response).catch((error) => {
    console.error('the request could not be answered:', error);
    response.destroy();
  });
});
server.listen(Number(process.argv[2]), HOST, () => console.log(`the gateway listens on ${HOST}:${process.argv[2]}`));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  if (!isApiPath(path)) return servePage(request, response);
  const body = await bodyOf(request);
  if (body === undefined) return plain(response, 413, 'Request Entity Too Large', { connection: 'close' });
  const target = targetOf(request.method ?? '', path);
  try {
    const event = eventOf(request, body, target, new Date());
    Object.assign(event.headers, asCloudFront(event));
    writeResult(response, await invokeFunction(functions[target.function] ?? '', event));
  } catch (error) {
    console.error(`${target.routeKey} by ${target.function}:`, error);
    if (error instanceof FunctionError) return plain(response, 500, 'Internal Server Error');
    return plain(response, 503, 'Service Unavailable', { 'retry-after': RETRY_AFTER });
  }
}

/** What CloudFront adds to a request; what a client sends under these names is replaced. */
function asCloudFront(event: APIGatewayProxyEventV2): Record<string, string> {
  return { [ORIGIN_HEADER]: originSecret, [VIEWER_HEADER]: event.requestContext.http.sourceIp };
}

/** The request's body, or undefined when it is over the limit; what is over it is not kept. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  // the connection is still needed for the answer when this ends early
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The gateway's own answers are no problem+json, in AWS neither. */
function plain(response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ message }));
}
