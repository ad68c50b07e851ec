import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from './listen.ts';

export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  /** the operation, as `TransactWriteItems`; empty where the protocol names none */
  readonly operation: string;
  readonly body: string;
}

/** A request that stands still until the test says how it goes on. */
export interface HeldRequest {
  readonly request: ProxiedRequest;
  /** lets it go on its way: to the server, or back with the server's answer */
  release(): void;
  /** ends the client's connection without an answer; a request held before the server never reaches it */
  drop(): void;
}

export interface HttpProxy {
  /** host:port to give to the client */
  readonly address: string;
  /** every request that came, in order */
  readonly requests: readonly ProxiedRequest[];
  /**
   * Holds the next request that matches: `before` the server sees it, or `after` the server has answered and before the
   * client hears of it. Resolves when it is held. One call holds one request.
   */
  hold(when: 'before' | 'after', matches: (request: ProxiedRequest) => boolean): Promise<HeldRequest>;
  close(): Promise<void>;
}

interface Hold {
  readonly when: 'before' | 'after';
  readonly matches: (request: ProxiedRequest) => boolean;
  readonly held: (request: HeldRequest) => void;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Stands between a function and DynamoDB, SQS or IoT's data plane. @param target host:port of the server */
export async function startHttpProxy(target: string): Promise<HttpProxy> {
  const holds: Hold[] = [];
  const requests: ProxiedRequest[] = [];

  /** False: dropped. */
  async function pass(when: Hold['when'], proxied: ProxiedRequest, response: ServerResponse): Promise<boolean> {
    const place = holds.findIndex((hold) => hold.when === when && hold.matches(proxied));
    const [hold] = place < 0 ? [] : holds.splice(place, 1);
    if (!hold) return true;
    return new Promise((resolve) => {
      hold.held({
        request: proxied,
        release: () => resolve(true),
        drop: () => {
          response.destroy();
          resolve(false);
        },
      });
    });
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const proxied = describe(incoming, body);
    requests.push(proxied);
    if (!(await pass('before', proxied, response))) return;
    const answer = await forward(target, incoming, body);
    if (!(await pass('after', proxied, response))) return;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  const server = createServer((incoming, response) => {
    // the server or the client is gone: so is the connection
    handle(incoming, response).catch(() => response.destroy());
  });
  const address = await listen(server);
  return {
    address,
    requests,
    hold: (when, matches) => new Promise((held) => holds.push({ when, matches, held })),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function describe({ method = '', url = '', headers }: IncomingMessage, body: Buffer): ProxiedRequest {
  const target = headers['x-amz-target'];
  const operation = typeof target === 'string' ? (target.split('.').at(-1) ?? '') : '';
  return { method, path: url, operation, body: body.toString('utf8') };
}

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  const [hostname, port] = target.split(':');
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path: url, headers }, (incoming) => {
      buffer(incoming).then((bytes) => {
        const { 'transfer-encoding': _, ...rest } = incoming.headers;
        resolve({
          status: incoming.statusCode ?? 502,
          headers: { ...rest, 'content-length': String(bytes.length) },
          body: bytes,
        });
      }, reject);
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
