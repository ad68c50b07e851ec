import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Modem } from './modem.ts';
import { phonePage } from './phone-page.ts';
import { PHONE_PAGE_POLICY } from './phone-page-assets.ts';
import { languageOf } from './phone-page-texts.ts';
import { phoneMessages } from './phones.ts';
import { control } from './settings.ts';
import type { SubmitRecord } from './submit-record.ts';

const MAX_BODY_OCTETS = 65_536;

/** The modem's control and the page of its phones, on loopback. */
export class HttpServer {
  readonly #modem: Modem;
  readonly #server: Server;
  readonly #subscribers = new Set<ServerResponse>();

  constructor(modem: Modem) {
    this.#modem = modem;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: Error) => {
        if (!response.headersSent) json(response, 500, { error: error.message });
        else response.destroy(error);
      });
    });
  }

  /** Rejects when the port is taken. 0 takes any free port; the answer is the one taken. */
  async listen(port: number): Promise<number> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** Tells every subscriber of GET /events: the submit first, then the state it led to. */
  tell(submit: SubmitRecord | undefined): void {
    for (const subscriber of this.#subscribers) {
      if (submit) subscriber.write(event('submit', submit));
      subscriber.write(event('state', this.#modem.state()));
    }
  }

  async close(): Promise<void> {
    this.#subscribers.clear();
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const submits = this.#modem.network.submits();
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /': {
        const language = languageOf(url.searchParams.get('lang'), request.headers['accept-language']);
        response.setHeader('content-security-policy', PHONE_PAGE_POLICY);
        response.setHeader('vary', 'accept-language');
        return send(response, 200, 'text/html; charset=utf-8', phonePage(phoneMessages(submits), language));
      }
      case 'GET /phones.json':
        return json(response, 200, phoneMessages(submits));
      case 'GET /submits.json':
        return json(response, 200, submits);
      case 'GET /control':
        return json(response, 200, this.#modem.state());
      case 'POST /control':
        return this.#control(request, response);
      case 'GET /events':
        return this.#subscribe(response);
      default:
        return json(response, 404, { error: 'GET / /phones.json /submits.json /control /events, or POST /control' });
    }
  }

  async #control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page of another origin can't send this content type without being asked first.
    if (request.headers['content-type'] !== 'application/json') {
      return json(response, 415, { error: 'send the control as application/json' });
    }
    const text = await body(request);
    if (text === null) return json(response, 413, { error: `a control has at most ${MAX_BODY_OCTETS} octets` });
    const change = control.safeParse(parsed(text));
    if (!change.success)
      return json(response, 400, { error: 'not a control of this modem', issues: change.error.issues });
    this.#modem.control(change.data);
    return json(response, 200, this.#modem.state());
  }

  #subscribe(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(event('state', this.#modem.state()));
    this.#subscribers.add(response);
    response.on('close', () => this.#subscribers.delete(response));
  }
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** null when it is too long. */
async function body(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= MAX_BODY_OCTETS) pieces.push(piece);
  }
  return size > MAX_BODY_OCTETS ? null : Buffer.concat(pieces).toString('utf8');
}

/** The value of a JSON text; undefined, which no schema here takes, for anything else. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, content: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
