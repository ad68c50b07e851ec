import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { json, jsonBody } from '../modem/http-answers.ts';
import { HOST } from '../ports.ts';
import { control, Orders, type Told, told } from './orders.ts';
import { TakenMessages } from './taken-messages.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly contentType?: string;
}

export interface Provider {
  /** the statuses that are told of each message that is taken, unless ordered otherwise */
  readonly reports: readonly string[];
  /** the address to which messages are sent: `/sms.do` */
  readonly sendPath: string;
  /** Answers everything but the control. `refusal`: the code that was ordered in place of its own. */
  answer(request: IncomingMessage, stand: Stand, body: string, refusal: number | string | undefined): Answer;
  /** Tells something now; resolves when it was taken, or given up. */
  tell(stand: Stand, what: Told): Promise<void>;
}

/** What one provider's stand-in has. */
export interface Stand {
  readonly taken: TakenMessages;
  readonly orders: Orders;
}

const ROUTES = 'GET /taken.json, POST /control or /tell, or what the provider documents';

/** A web provider of SMS on this machine, with a control of its own beside what the provider documents. */
export function serveProvider(provider: Provider, folder: string, port: number): Server {
  const stand: Stand = { taken: new TakenMessages(folder), orders: new Orders(provider.reports) };
  const server = createServer((request, response) => {
    answer(provider, stand, request, response).catch((error) => {
      console.error('a request was not answered:', error);
      response.destroy();
    });
  });
  return server.listen(port, HOST);
}

async function answer(
  provider: Provider,
  stand: Stand,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  switch (`${request.method} ${path}`) {
    case 'GET /taken.json':
      return json(response, 200, stand.taken.all);
    case 'POST /control': {
      const change = control.safeParse((await jsonBody(request, response))?.value);
      if (!change.success) return json(response, 400, { error: ROUTES, issues: change.error.issues });
      stand.orders.change(change.data);
      return json(response, 200, stand.orders.settings);
    }
    case 'POST /tell': {
      const what = told.safeParse((await jsonBody(request, response))?.value);
      if (!what.success) return json(response, 400, { error: ROUTES, issues: what.error.issues });
      for (let time = 0; time < what.data.times; time += 1) await provider.tell(stand, what.data);
      return json(response, 200, {});
    }
    default:
      return send(provider, stand, request, response, path);
  }
}

async function send(
  provider: Provider,
  stand: Stand,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  let body = '';
  request.setEncoding('utf8');
  for await (const piece of request) body += piece;
  const isSending = request.method === 'POST' && path === provider.sendPath;
  const order = isSending ? stand.orders.take() : undefined;
  if (order?.delayMs !== undefined) await pause(order.delayMs);
  if (order?.dropRequest) return void response.destroy();
  if (order?.http !== undefined) return void response.writeHead(order.http).end();
  const before = stand.taken.all.length;
  const { status, body: text, contentType } = provider.answer(request, stand, body, order?.status);
  if (order?.dropAnswer) response.destroy();
  else response.writeHead(status, contentType === undefined ? {} : { 'content-type': contentType }).end(text);
  for (const { id } of stand.taken.all.slice(before)) await reportOn(provider, stand, id);
}

async function reportOn(provider: Provider, stand: Stand, id: string): Promise<void> {
  const { reports, reportTimes } = stand.orders.settings;
  for (const status of reports)
    for (let time = 0; time < reportTimes; time += 1)
      await provider.tell(stand, { type: 'reports', reports: [{ id, status }], times: 1 });
}
