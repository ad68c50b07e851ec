import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../local/gateway/event.ts';
import { router } from '../../../local/gateway/routing.ts';

const route = { summary: '', access: 'open', answer: { status: 200 }, errors: [] } as const;
const targetOf = router([
  { ...route, method: 'GET', path: '/v1/messages/{messageId}', function: 'api-messaging' },
  { ...route, method: 'GET', path: '/v1/messages/latest', function: 'api-access' },
  { ...route, method: 'POST', path: '/v1/messages', function: 'api-messaging' },
  { ...route, method: 'POST', path: '/v1/session', function: 'api-login', fromAgencySites: true },
  { ...route, method: 'GET', path: '/v1/hirer/workers/{workerId}', function: 'api-hirers', fromAgencySites: true },
]);

describe('routes as API Gateway matches them', () => {
  it('gives a parameter decoded, and leaves a wrong escape as it is', () => {
    expect(targetOf('GET', '/v1/messages/a%20b').pathParameters).toEqual({ messageId: 'a b' });
    expect(targetOf('GET', '/v1/messages/%zz').pathParameters).toEqual({ messageId: '%zz' });
  });

  it('prefers a fixed segment to a parameter', () => {
    expect(targetOf('GET', '/v1/messages/latest')).toEqual({
      function: 'api-access',
      routeKey: 'GET /v1/messages/latest',
    });
  });

  it('E1-22 gives what a browser asks first to one function, for the addresses that agencies’ sites use', () => {
    const [session, worker] = ['/v1/session', '/v1/hirer/workers/wrk_1'].map((path) => targetOf('OPTIONS', path));
    expect(session).toEqual({ function: 'api-access', routeKey: 'OPTIONS /v1/session' });
    expect(worker).toMatchObject({ function: 'api-access', routeKey: 'OPTIONS /v1/hirer/workers/{workerId}' });
  });

  it.each([
    ['OPTIONS', '/v1/messages'],
    ['DELETE', '/v1/messages'],
    ['GET', '/v1/messages/'],
    ['GET', '/v1/messages/a/b'],
    ['POST', '/v1/messages/'],
  ])('sends %s %s, which no route matches, to $default', (method, path) => {
    expect(targetOf(method, path)).toEqual({ function: 'api-docs', routeKey: '$default' });
  });
});

/** The event of a request that really came over HTTP. */
async function eventFor(path: string, init: RequestInit) {
  const made = Promise.withResolvers<APIGatewayProxyEventV2>();
  const server = createServer(async (request, response) => {
    const target = targetOf(request.method ?? '', path.split('?')[0] ?? '');
    made.resolve(eventOf(request, await buffer(request), target, new Date('2026-11-21T18:55:36.123Z')));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
  server.close();
  return made.promise;
}

describe('events of payload format 2.0', () => {
  it('has the route, the body as text, and names of headers in lower case', async () => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k1' };
    const event = await eventFor('/v1/messages', { method: 'POST', body: '{"text":"é"}', headers });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/messages',
      rawPath: '/v1/messages',
      headers: { 'idempotency-key': 'k1' },
      body: '{"text":"é"}',
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/v1/messages', sourceIp: '127.0.0.1' },
        stage: '$default',
        time: '21/Nov/2026:18:55:36 +0000',
        timeEpoch: 1795287336123,
      },
    });
  });

  it('gives a body that is no text in base64', async () => {
    const body = new Uint8Array([0, 255, 1]);
    const headers = { 'content-type': 'application/octet-stream' };
    const event = await eventFor('/v1/messages', { method: 'POST', body, headers });
    expect(event).toMatchObject({ body: 'AP8B', isBase64Encoded: true });
  });

  it('takes cookies out of the headers, and joins values of one name by commas', async () => {
    const event = await eventFor('/v1/messages/x?limit=1&limit=2', { headers: { cookie: 'a=1; b=2' } });
    expect(event.cookies).toEqual(['a=1', 'b=2']);
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.queryStringParameters).toEqual({ limit: '1,2' });
    expect(event).not.toHaveProperty('body');
  });
});
