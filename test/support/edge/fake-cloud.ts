import { type Attempt, type Downlink, type EdgeEvent, eventId, type Uplink, uplink } from '../../../contract/edge.ts';
import type { Clock } from '../../../edge-agent/src/agent/environment.ts';
import type { Link } from '../../../edge-agent/src/ports.ts';
import type { Power } from './power.ts';

/** The cloud's side of the contract, and a broker without delays between it and the box. */
export class FakeCloud {
  readonly clock: Clock;
  readonly heard: Uplink[] = [];
  readonly events = new Map<string, EdgeEvent>();
  /** given again after each ready, until the box has said that it received them */
  readonly attempts: Attempt[] = [];
  acknowledges = true;
  answersHello = true;
  reachable = true;
  #journal: { journalId: string; epoch: number; helloId: string } | undefined;
  #link: CloudLink | undefined;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  link(power: Power): Link {
    this.#link = new CloudLink(power, (message) => this.#hear(message), this);
    return this.#link;
  }

  /** Resolves when the box would have acknowledged it to the broker. */
  send(message: Downlink): Promise<void> {
    return this.#link?.deliver(JSON.stringify(message)) ?? Promise.resolve();
  }

  sendAttempts(attempts: readonly Attempt[]): Promise<void> {
    if (!this.#journal) throw new Error('no journal has joined');
    const { journalId, epoch } = this.#journal;
    return this.send({ type: 'attempts', journalId, epoch, attempts: [...attempts] });
  }

  reconnect(fresh: boolean): void {
    this.#link?.connected(fresh);
  }

  types(attemptId: string): EdgeEvent['type'][] {
    return [...this.events.values()].filter((event) => event.attemptId === attemptId).map(({ type }) => type);
  }

  heardOf(type: Uplink['type']): Uplink[] {
    return this.heard.filter((message) => message.type === type);
  }

  #hear(message: Uplink): void {
    this.heard.push(message);
    const known = this.#journal?.journalId === message.journalId ? this.#journal : undefined;
    if (message.type === 'hello') {
      if (!this.answersHello) return;
      const { journalId, helloId } = message;
      if (known && helloId !== known.helloId && message.epoch < known.epoch) {
        void this.send({ type: 'quarantined', helloId, reason: 'an older epoch' });
        return;
      }
      if (known?.helloId !== helloId) this.#journal = { journalId, helloId, epoch: message.epoch + 1 };
      void this.send({
        type: 'welcome',
        helloId,
        journalId,
        epoch: this.#journal?.epoch ?? 0,
        at: this.clock.now().toISOString(),
      });
      return;
    }
    if (known?.epoch !== message.epoch) return;
    if (message.type === 'ready') {
      const missing = this.attempts.filter(({ attemptId }) => !this.types(attemptId).includes('received'));
      if (missing.length > 0) void this.sendAttempts(missing);
      return;
    }
    for (const event of message.events) this.events.set(eventId(event), event);
    if (this.acknowledges) void this.send({ type: 'acknowledged', eventIds: message.events.map(eventId) });
  }
}

class CloudLink implements Link {
  readonly #power: Power;
  readonly #hear: (message: Uplink) => void;
  readonly #cloud: FakeCloud;
  #listener: ((payload: string) => Promise<void>) | undefined;
  #onConnected: ((fresh: boolean) => void) | undefined;

  constructor(power: Power, hear: (message: Uplink) => void, cloud: FakeCloud) {
    this.#power = power;
    this.#hear = hear;
    this.#cloud = cloud;
  }

  async publish(payload: string): Promise<void> {
    await this.#power.point();
    if (!this.#cloud.reachable) throw new Error('not connected');
    this.#hear(uplink.parse(JSON.parse(payload)));
  }

  async deliver(payload: string): Promise<void> {
    if (this.#power.on && this.#cloud.reachable) await this.#listener?.(payload);
  }

  connected(fresh: boolean): void {
    this.#onConnected?.(fresh);
  }

  onMessage(listener: (payload: string) => Promise<void>): void {
    this.#listener = listener;
  }

  onConnected(listener: (fresh: boolean) => void): void {
    this.#onConnected = listener;
  }

  connect(): void {
    if (this.#cloud.reachable) this.connected(true);
  }

  async close(): Promise<void> {}
}
