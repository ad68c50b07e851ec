import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Delivery, WebhookKey } from '../../functions/domain/webhooks/model.ts';
import { newId } from './messages.ts';

/** A delivery of which nothing became yet, as its webhook was off. */
export function heldDelivery(key: WebhookKey, more: Partial<Delivery> = {}): Delivery {
  const at = new Date().toISOString();
  return {
    ...{ tenantId: key.tenantId, webhookId: key.webhookId, eventId: newId('evt'), event: 'message.delivered' },
    ...{ about: newId('msg'), occurredAt: at, recordedAt: at, body: '{}', state: 'held', attempts: 0, tries: 0 },
    ...more,
  };
}

export interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
export interface Receiver {
  readonly url: string;
  readonly heard: Heard[];
  /** what it answers from now on */
  answer: { status: number; headers?: Record<string, string> };
  close(): void;
}

/** Another system, on the loopback address. */
export async function startReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const server: Server = createServer(async (request, response) => {
    heard.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
    response.writeHead(receiver.answer.status, receiver.answer.headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    heard,
    answer: { status: 204 },
    close: () => server.close(),
  };
  return receiver;
}

/** As a receiver checks it: written after the Standard Webhooks specification, apart from what signs. */
export function isSignedBy(secret: string, { headers, body }: Heard): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const right = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(right);
}
