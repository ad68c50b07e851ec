import { setTimeout as pause } from 'node:timers/promises';
import type { MqttClient } from 'mqtt';
import { type Downlink, type EdgeEvent, eventId, subjectOf, topics, type Uplink, uplink } from '../../contract/edge.ts';
import type { Order } from './traffic.ts';

/** Attempts in one message, by the contract. */
const BATCH = 20;
/** Milliseconds without a word of the box after which the soak has failed. */
const PATIENCE = 60_000;
const ENDS: readonly EdgeEvent['type'][] = ['failed', 'expired', 'unconfirmed', 'delivered', 'undelivered'];

interface Journal {
  readonly journalId: string;
  readonly epoch: number;
}

/** The cloud's side of the contract, for one box: welcomes it, gives it orders, acknowledges what it tells. */
export class SoakCloud {
  readonly #client: MqttClient;
  readonly #thing: string;
  readonly #now: () => Date;
  #journal: Journal | undefined;
  /** the end that is still to be told, by attempt */
  readonly #open = new Map<string, EdgeEvent['type']>();
  #news = Promise.withResolvers<void>();

  private constructor(client: MqttClient, thing: string, now: () => Date) {
    this.#client = client;
    this.#thing = thing;
    this.#now = now;
    client.on('message', (_, payload) => {
      this.#hear(uplink.parse(JSON.parse(payload.toString()))).then(
        () => this.#tell(),
        (error: Error) => this.#news.reject(error),
      );
    });
  }

  static async start(client: MqttClient, thing: string, now: () => Date): Promise<SoakCloud> {
    const cloud = new SoakCloud(client, thing, now);
    await client.subscribeAsync(topics.up(thing), { qos: 1 });
    return cloud;
  }

  async joined(): Promise<Journal> {
    while (!this.#journal) await this.#something('the box has not joined');
    return this.#journal;
  }

  /** Resolves when each has come to the end that it is to have, and the box knows that this was heard. */
  async give(orders: readonly Order[]): Promise<void> {
    await this.#handOver(orders);
    // As a broker may repeat itself. What the box tells again shows that it has taken the acknowledgements before.
    await this.#handOver(orders.slice(-1));
  }

  async #handOver(orders: readonly Order[]): Promise<void> {
    const { journalId, epoch } = await this.joined();
    for (const { attempt, end } of orders) this.#open.set(attempt.attemptId, end);
    for (let at = 0; at < orders.length; at += BATCH) {
      const attempts = orders.slice(at, at + BATCH).map(({ attempt }) => attempt);
      await this.#say({ type: 'attempts', journalId, epoch, attempts });
    }
    while (this.#open.size > 0) await this.#something(`open: ${[...this.#open.keys()].join(', ')}`);
  }

  async #hear(message: Uplink): Promise<void> {
    if (message.type === 'hello') {
      const { helloId, journalId, epoch } = message;
      await this.#say({ type: 'welcome', helloId, journalId, epoch: epoch + 1, at: this.#now().toISOString() });
    } else if (message.type === 'ready') {
      this.#journal = message;
    } else if (message.type === 'events') {
      await this.#say({ type: 'acknowledged', eventIds: message.events.map(eventId) });
      for (const event of message.events) this.#note(event);
    }
  }

  #note(event: EdgeEvent): void {
    const attemptId = subjectOf(event);
    const { type } = event;
    const end = this.#open.get(attemptId);
    if (end === undefined) return;
    if (type === end) this.#open.delete(attemptId);
    else if (ENDS.includes(type)) throw new Error(`${attemptId} is ${type}, and should be ${end}`);
  }

  async #say(message: Downlink): Promise<void> {
    await this.#client.publishAsync(topics.down(this.#thing), JSON.stringify(message), { qos: 1 });
  }

  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers<void>();
  }

  async #something(missing: string): Promise<void> {
    const over = new AbortController();
    const silence = pause(PATIENCE, undefined, { signal: over.signal }).then(() => {
      throw new Error(`the box says nothing any more; ${missing}`);
    });
    await Promise.race([this.#news.promise, silence]).finally(() => {
      silence.catch(() => {});
      over.abort();
    });
  }
}
