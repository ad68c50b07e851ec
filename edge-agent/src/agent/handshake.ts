import { ulid } from 'ulid';
import type { Downlink, Uplink } from '../../../contract/edge.ts';
import type { Journal } from '../journal/journal.ts';
import type { Link } from '../ports.ts';
import { backoff } from './backoff.ts';
import type { Clock, Log, Random } from './environment.ts';
import { AGENT_VERSION } from './version.ts';
import { WakeUp } from './wake-up.ts';

const REPEAT = { first: 2_000, longest: 60_000 };

/**
 * Joins the cloud: hello → welcome → the new epoch on disk → ready. A hello is repeated, with the same id even across
 * starts, until its welcome is on disk; with another id the cloud would take this disk for a copy of an older one.
 */
export class Handshake {
  readonly #journal: Journal;
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #log: Log;
  readonly #wakeUp: WakeUp;
  #helloWanted = false;
  #readyWanted = false;
  #failures = 0;
  #welcomed = false;
  #quarantined = false;
  #stopped = false;

  constructor(parts: { journal: Journal; link: Link; clock: Clock; random: Random; log: Log }) {
    this.#journal = parts.journal;
    this.#link = parts.link;
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#log = parts.log;
    this.#wakeUp = new WakeUp(parts.clock);
  }

  /** The cloud knows this journal since the agent's start, and has not refused it. */
  get joined(): boolean {
    return this.#welcomed && !this.#quarantined;
  }

  connected(fresh: boolean): void {
    if (fresh) this.#helloWanted = true;
    // The cloud gives nothing to a box whose ready it has not seen, so it is said again: it costs one message.
    this.#readyWanted = this.#welcomed;
    this.#failures = 0;
    this.#wakeUp.call();
  }

  /** True if the box has joined by it. */
  async welcome(message: Extract<Downlink, { type: 'welcome' }>): Promise<boolean> {
    const { journalId, epoch, helloId } = this.#journal.state;
    if (message.journalId !== journalId) {
      this.#log('welcome-for-another-journal', { journalId: message.journalId });
      return false;
    }
    if (message.helloId === helloId && message.epoch > epoch) {
      await this.#journal.append({ type: 'epoch', epoch: message.epoch });
      this.#welcomed = true;
      this.#helloWanted = false;
      this.#log('welcomed', { journalId, epoch: message.epoch });
    } else if (message.epoch !== epoch || !this.#welcomed) {
      this.#log('welcome-ignored', { helloId: message.helloId, epoch: message.epoch });
      return false;
    }
    this.#readyWanted = true;
    this.#wakeUp.call();
    return true;
  }

  quarantine(message: Extract<Downlink, { type: 'quarantined' }>): void {
    if (message.helloId !== this.#journal.state.helloId) {
      this.#log('quarantine-ignored', { helloId: message.helloId });
      return;
    }
    this.#quarantined = true;
    this.#log('quarantined', {
      reason: message.reason,
      action:
        'This disk is older than what the cloud knows of it. Nothing is sent. Empty the journal folder and start the agent again.',
    });
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      if (this.#quarantined) await this.#wakeUp.wait(undefined);
      else if (this.#helloWanted) await this.#hello();
      else if (this.#readyWanted) await this.#ready();
      else await this.#wakeUp.wait(undefined);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#wakeUp.call();
  }

  async #hello(): Promise<void> {
    const at = this.#clock.now();
    const { journalId, epoch } = this.#journal.state;
    const helloId = this.#journal.state.helloId ?? ulid(at.getTime(), this.#random);
    if (helloId !== this.#journal.state.helloId) await this.#journal.append({ type: 'hello', helloId });
    await this.#publish({
      type: 'hello',
      helloId,
      journalId,
      epoch,
      agentVersion: AGENT_VERSION,
      at: at.toISOString(),
    });
    this.#failures += 1;
    if (this.#helloWanted) await this.#pause();
  }

  async #ready(): Promise<void> {
    const { journalId, epoch } = this.#journal.state;
    this.#readyWanted = false;
    if (await this.#publish({ type: 'ready', journalId, epoch })) return;
    this.#readyWanted = true;
    this.#failures += 1;
    await this.#pause();
  }

  #pause(): Promise<void> {
    return this.#wakeUp.wait(this.#clock.now().getTime() + backoff(this.#failures, REPEAT));
  }

  async #publish(message: Uplink): Promise<boolean> {
    try {
      await this.#link.publish(JSON.stringify(message));
      return true;
    } catch (error) {
      this.#log('not-published', { type: message.type, reason: String(error) });
      return false;
    }
  }
}
