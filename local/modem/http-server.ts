import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { control } from './control.ts';
import { json, jsonBody, send } from './http-answers.ts';
import { inboundMessage, UnfitMessage } from './inbound-message.ts';
import type { Modem } from './modem.ts';
import { MalformedPdu } from './octets.ts';
import { phonePage } from './phone-page.ts';
import { PHONE_PAGE_POLICY } from './phone-page-assets.ts';
import { languageOf } from './phone-page-texts.ts';
import { phoneMessages } from './phones.ts';
import type { SubmitRecord } from './submit-record.ts';

const ROUTES = 'GET / /phones.json /submits.json /inbound.json /control /events, or POST /control /inbound';

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
      case 'GET /inbound.json':
        return json(response, 200, this.#modem.inboundLog.all());
      case 'POST /inbound':
        return this.#inbound(request, response);
      case 'GET /events':
        return this.#subscribe(response);
      default:
        return json(response, 404, { error: ROUTES });
    }
  }

  async #control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await jsonBody(request, response);
    if (!body) return;
    const change = control.safeParse(body.value);
    if (!change.success) {
      return json(response, 400, { error: 'not a control of this modem', issues: change.error.issues });
    }
    this.#modem.control(change.data);
    return json(response, 200, this.#modem.state());
  }

  async #inbound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await jsonBody(request, response);
    if (!body) return;
    const message = inboundMessage.safeParse(body.value);
    if (!message.success) return json(response, 400, { error: 'not a message', issues: message.error.issues });
    try {
      return json(response, 201, this.#modem.inbox.send(message.data));
    } catch (error) {
      if (!(error instanceof UnfitMessage || error instanceof MalformedPdu)) throw error;
      return json(response, 400, { error: error.message });
    }
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
