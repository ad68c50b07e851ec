import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod';
import { type Problem, problem } from '../../../contract/problem.ts';
import { creditRoutes } from '../../../contract/routes/credits.ts';
import { inboundRoutes } from '../../../contract/routes/inbound.ts';
import { acceptedMessage, message, type messageSummary, messagingRoutes } from '../../../contract/routes/messaging.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';

export type Accepted = z.output<typeof acceptedMessage>;
export type Message = z.output<typeof message>;
export type Summary = z.output<typeof messageSummary>;
export type Inbound = z.output<typeof inboundRoutes.getInboundMessage.answer.schema>;
export type Credits = z.output<typeof creditRoutes.getCredits.answer.schema>;

export interface NewMessage {
  readonly to: string;
  readonly text: string;
  /** Idempotency-Key */
  readonly key: string;
}

export interface Answer {
  readonly status: number;
  /** seconds, of the header Retry-After */
  readonly retryAfter: number | undefined;
  readonly contentType: string;
  readonly body: unknown;
}

/** Before the same key is tried again where no answer came, in milliseconds. */
const TRY_AGAIN = 500;

/** A system of the agency that sends through the public API, and does what an answer tells it. */
export class Agency {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string) {
    const [{ tenantId, apiToken }] = DEMO_TENANTS;
    this.#url = url;
    this.#token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);
  }

  /** One request. Rejects when there was no answer. */
  send({ to, text, key }: NewMessage): Promise<Answer> {
    return this.#request('POST', { to, text }, '/v1/messages', { 'idempotency-key': key });
  }

  /** The same key again and again until the message is accepted, each time after what Retry-After says. */
  async sendUntilAccepted(wanted: NewMessage, onRefused: (answer: Answer) => void = () => {}): Promise<Accepted> {
    for (;;) {
      const answer = await this.send(wanted).catch(() => undefined);
      if (answer?.status === 202) return acceptedMessage.parse(answer.body);
      if (answer) {
        if (answer.status !== 503) throw new Error(`the API answered ${answer.status}: ${JSON.stringify(answer.body)}`);
        onRefused(answer);
      }
      await pause(answer?.retryAfter === undefined ? TRY_AGAIN : answer.retryAfter * 1000);
    }
  }

  async message(id: string): Promise<Message> {
    return message.parse((await this.#request('GET', undefined, `/v1/messages/${id}`)).body);
  }

  /** One request. Rejects when there was no answer. */
  cancel(id: string): Promise<Answer> {
    return this.#request('POST', undefined, `/v1/messages/${id}/cancel`);
  }

  /** All messages, newest first. */
  async messages(): Promise<Summary[]> {
    const all: Summary[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await this.#request(
        'GET',
        undefined,
        `/v1/messages?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
      );
      const page = messagingRoutes.listMessages.answer.schema.parse(body);
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return all;
  }

  /** The newest that came from a phone. */
  async inboundMessages(): Promise<Inbound[]> {
    const { body } = await this.#request('GET', undefined, '/v1/inbound-messages?limit=100');
    return inboundRoutes.listInboundMessages.answer.schema.parse(body).items;
  }

  async inboundMessage(id: string): Promise<Inbound> {
    const { body } = await this.#request('GET', undefined, `/v1/inbound-messages/${id}`);
    return inboundRoutes.getInboundMessage.answer.schema.parse(body);
  }

  async credits(): Promise<Credits> {
    return creditRoutes.getCredits.answer.schema.parse((await this.#request('GET', undefined, '/v1/credits')).body);
  }

  async #request(
    method: string,
    body: object | undefined,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const retryAfter = response.headers.get('retry-after');
    return {
      status: response.status,
      retryAfter: retryAfter === null ? undefined : Number(retryAfter),
      contentType: response.headers.get('content-type') ?? '',
      body: await response.json(),
    };
  }
}

/** The problem of an answer; undefined for one that is none, such as the gateway's own. */
export function problemOf(answer: Answer): Problem | undefined {
  return answer.contentType.startsWith('application/problem+json') ? problem.parse(answer.body) : undefined;
}
