import {
  type AnsweredEvent,
  type Attempt,
  type Command,
  type Downlink,
  type EdgeEvent,
  eventId,
  subjectOf,
  type Uplink,
  uplink,
} from '../../../contract/edge.ts';
import type { Clock } from '../../../edge-agent/src/agent/environment.ts';
import type { Link } from '../../../edge-agent/src/ports.ts';

const ENDS: readonly EdgeEvent['type'][] = ['submitted', 'failed', 'expired', 'revoked', 'unconfirmed'];

interface Known {
  readonly journalId: string;
  readonly epoch: number;
  readonly confirmed: boolean;
  readonly helloIds: ReadonlySet<string>;
  readonly quarantined: boolean;
}

/** The way from the broker to a box. */
export interface BoxLine {
  /** resolves when the box has taken it */
  deliver(payload: string): Promise<void>;
  connected(fresh: boolean): void;
}

/** The cloud's side of the contract, and a broker without delays between it and the box. */
export class FakeCloud {
  readonly clock: Pick<Clock, 'now'>;
  readonly heard: Uplink[] = [];
  readonly events = new Map<string, EdgeEvent>();
  /** handed over: given after each ready, until the box has said what became of them */
  readonly attempts: Attempt[] = [];
  /** not wanted any more: revoked after each ready instead */
  readonly revoked = new Set<Attempt>();
  /** come after each ready all the same, behind their revokes: the broker keeps no order */
  readonly overtaken = new Set<Attempt>();
  acknowledges = true;
  answersHello = true;
  reachable = true;
  readonly #ended = new Set<string>();
  #journal: Known | undefined;
  #box: BoxLine | undefined;

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  /** The link of a box in this process. */
  link(): Link {
    const link = new CloudLink(this);
    this.join(link);
    return link;
  }

  /** From now on this is the box's line; what was said on the one before is lost. */
  join(box: BoxLine): void {
    this.#box = box;
  }

  /** Resolves when the box would have acknowledged it to the broker. */
  send(message: Downlink): Promise<void> {
    return (this.reachable && this.#box?.deliver(JSON.stringify(message))) || Promise.resolve();
  }

  sendAttempts(attempts: readonly Attempt[]): Promise<void> {
    if (!this.#journal) throw new Error('no journal has joined');
    const { journalId, epoch } = this.#journal;
    this.attempts.push(...attempts.filter((attempt) => !this.attempts.includes(attempt)));
    return this.send({
      type: 'attempts',
      journalId,
      epoch,
      attempts: attempts.map((one) => ({ ...one, ...this.#told(one) })),
    });
  }

  sendRevoke(attempts: readonly Attempt[]): Promise<void> {
    if (!this.#journal) throw new Error('no journal has joined');
    for (const attempt of attempts) this.revoked.add(attempt);
    const revoked = attempts.map((one) => ({ attemptId: one.attemptId, notAfter: one.notAfter, ...this.#told(one) }));
    return this.send({ type: 'revoke', journalId: this.#journal.journalId, attempts: revoked });
  }

  /** Whether the box has told that it has it. */
  #told({ attemptId }: Attempt): { received?: true } {
    return this.events.has(`${attemptId}:received`) ? { received: true } : {};
  }

  /** As the cloud asks until it has an answer. */
  sendCommand(command: Command, journalId = this.#journal?.journalId ?? ''): Promise<void> {
    return this.send({ type: 'command', journalId, command });
  }

  answerTo(commandId: string): AnsweredEvent | undefined {
    const event = this.events.get(`${commandId}:answered`);
    return event?.type === 'answered' ? event : undefined;
  }

  reconnect(fresh: boolean): void {
    this.#box?.connected(fresh);
  }

  types(subject: string): EdgeEvent['type'][] {
    return [...this.events.values()].filter((event) => subjectOf(event) === subject).map(({ type }) => type);
  }

  /** Health is told at its own pace. */
  get heardBesidesHealth(): Uplink[] {
    return this.heard.filter(({ type }) => type !== 'health');
  }

  heardOf(type: Uplink['type']): Uplink[] {
    return this.heard.filter((message) => message.type === type);
  }

  /** As it says welcome when it asks for a lost ready. */
  async sayWelcomeAgain(): Promise<void> {
    const helloId = [...(this.#journal?.helloIds ?? [])].at(-1);
    if (this.#journal && helloId) await this.#welcome(this.#journal, helloId);
  }

  hear(payload: string): void {
    const message = uplink.parse(JSON.parse(payload));
    this.heard.push(message);
    if (message.type === 'hello') {
      if (this.answersHello) this.#greet(message);
      return;
    }
    const known = this.#journal?.journalId === message.journalId ? this.#journal : undefined;
    if (!known) return;
    if (message.type === 'events') {
      for (const event of message.events) {
        this.events.set(eventId(event), event);
        if (ENDS.includes(event.type)) this.#ended.add(subjectOf(event));
      }
      if (this.acknowledges) unlessRefused(this.send({ type: 'acknowledged', eventIds: message.events.map(eventId) }));
    } else if (message.type === 'ready' && known.epoch === message.epoch && !known.quarantined) {
      this.#journal = { ...known, confirmed: true };
      const isOpen = ({ attemptId }: Attempt) => !this.#ended.has(attemptId);
      const open = this.attempts.filter((attempt) => isOpen(attempt) && !this.revoked.has(attempt));
      if (open.length > 0) unlessRefused(this.sendAttempts(open));
      const revoked = [...this.revoked].filter(isOpen);
      if (revoked.length > 0) unlessRefused(this.sendRevoke(revoked));
      if (this.overtaken.size > 0) unlessRefused(this.sendAttempts([...this.overtaken]));
    }
  }

  #greet({ journalId, epoch, helloId }: Extract<Uplink, { type: 'hello' }>): void {
    const known = this.#journal?.journalId === journalId ? this.#journal : undefined;
    const helloIds = new Set([...(known?.helloIds ?? []), helloId]);
    const unconfirmed = known && !known.confirmed && epoch + 1 === known.epoch;
    // A journal that was used elsewhere, or long ago, may not come back.
    const isForeign = !known && this.#journal !== undefined && epoch !== 0;
    if (isForeign || (known && (known.quarantined || (epoch !== known.epoch && !unconfirmed)))) {
      if (known && !known.quarantined && known.helloIds.has(helloId)) return; // a late copy
      if (known) this.#journal = { ...known, quarantined: true };
      unlessRefused(this.send({ type: 'quarantined', helloId, reason: 'an older epoch' }));
      return;
    }
    this.#journal = { journalId, epoch: epoch + 1, confirmed: false, helloIds, quarantined: false };
    unlessRefused(this.#welcome(this.#journal, helloId));
  }

  #welcome({ journalId, epoch }: Known, helloId: string): Promise<void> {
    return this.send({ type: 'welcome', helloId, journalId, epoch, at: this.clock.now().toISOString() });
  }
}

/** What a box refuses the broker gives it again, here after the next hello. */
function unlessRefused(sending: Promise<void>): void {
  sending.catch(() => {});
}

class CloudLink implements Link, BoxLine {
  readonly #cloud: FakeCloud;
  #listener: ((payload: string) => Promise<void>) | undefined;
  #onConnected: ((fresh: boolean) => void) | undefined;

  constructor(cloud: FakeCloud) {
    this.#cloud = cloud;
  }

  async publish(payload: string): Promise<void> {
    if (!this.#cloud.reachable) throw new Error('not connected');
    this.#cloud.hear(payload);
  }

  async deliver(payload: string): Promise<void> {
    await this.#listener?.(payload);
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
