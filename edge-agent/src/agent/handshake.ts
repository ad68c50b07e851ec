import { ulid } from 'ulid';
import type { Downlink, Uplink } from '../../../contract/edge.ts';
import type { Journal } from '../journal/journal.ts';
import type { Link } from '../ports.ts';
import { backoff } from './backoff.ts';
import type { CloudTime } from './cloud-time.ts';
import type { Clock, Log, Random } from './environment.ts';
import { createSerial } from './serial.ts';
import { AGENT_VERSION } from './version.ts';
import { WakeUp } from './wake-up.ts';

const REPEAT = { first: 2_000, longest: 30_000 };
/** Milliseconds for which a hello is repeated; then it is given up for a new one, as the cloud may have dropped it as old. */
const HELLO_LIFE = 60_000;

export interface HandshakeParts {
  readonly journal: Journal;
  readonly link: Link;
  readonly clock: Clock;
  readonly time: CloudTime;
  readonly random: Random;
  readonly log: Log;
}

/**
 * Joins the cloud: hello → welcome → the new epoch on disk → ready. A hello is repeated, with the same id even across
 * starts, until its welcome is on disk or it is given up.
 */
export class Handshake {
  readonly #parts: HandshakeParts;
  readonly #wakeUp: WakeUp;
  /** A welcome and a new hello never change the journal at the same time. */
  readonly #inTurn = createSerial();
  /** said by an earlier start: nobody knows when, so its welcome may be as old as the broker's memory and tells no time */
  readonly #inheritedHelloId: string | undefined;
  /** when the present hello was first said, by the monotonic clock */
  #helloSaidAt: number | undefined;
  #helloWanted = false;
  #readyWanted = false;
  #failures = 0;
  #welcomed = false;
  #quarantined = false;
  #stopped = false;

  constructor(parts: HandshakeParts) {
    this.#parts = parts;
    this.#wakeUp = new WakeUp(parts.clock);
    this.#inheritedHelloId = parts.journal.state.helloId;
  }

  /** The cloud knows this journal since the agent's start, and has not refused it. The time is known then. */
  get joined(): boolean {
    return this.#welcomed && !this.#quarantined;
  }

  /** The cloud hears what became of attempts, even from a journal that it has refused. */
  get answered(): boolean {
    return this.#welcomed || this.#quarantined;
  }

  connected(fresh: boolean): void {
    if (fresh || !this.#welcomed) this.#helloWanted = true;
    // The cloud gives nothing to a box whose ready it has not seen, so it is said again: it costs one message.
    this.#readyWanted = this.#welcomed;
    this.#failures = 0;
    this.#wakeUp.call();
  }

  /** True if the box has joined by it. */
  welcome(message: Extract<Downlink, { type: 'welcome' }>): Promise<boolean> {
    return this.#inTurn(() => this.#welcome(message));
  }

  async #welcome(message: Extract<Downlink, { type: 'welcome' }>): Promise<boolean> {
    const { journal, time, log } = this.#parts;
    const { journalId, epoch, helloId } = journal.state;
    if (message.journalId !== journalId) {
      log('welcome-for-another-journal', { journalId: message.journalId });
      return false;
    }
    if (message.helloId === helloId && message.epoch > epoch) {
      await journal.append({ type: 'epoch', epoch: message.epoch });
      log('welcomed', { journalId, epoch: message.epoch });
      if (helloId === this.#inheritedHelloId || this.#helloSaidAt === undefined) {
        this.#wakeUp.call();
        return false; // the next hello, under the new epoch, brings the time
      }
      time.set(message.at, this.#helloSaidAt);
      this.#welcomed = true;
      this.#helloWanted = false;
    } else if (message.epoch !== epoch || !this.#welcomed) {
      log('welcome-ignored', { helloId: message.helloId, epoch: message.epoch });
      return false;
    }
    this.#readyWanted = true;
    this.#wakeUp.call();
    return true;
  }

  /** True if the cloud means this start. */
  quarantine(message: Extract<Downlink, { type: 'quarantined' }>): boolean {
    const { journal, log } = this.#parts;
    if (message.helloId !== journal.state.helloId) {
      log('quarantine-ignored', { helloId: message.helloId });
      return false;
    }
    this.#quarantined = true;
    log('quarantined', {
      reason: message.reason,
      action:
        'This disk is older than what the cloud knows of it. Nothing is sent. Empty the journal folder and start the agent again.',
    });
    return true;
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
    const { journal, clock } = this.#parts;
    const helloId = await this.#inTurn(() => this.#helloId());
    if (!this.#helloWanted || helloId !== journal.state.helloId) return; // welcomed meanwhile
    this.#helloSaidAt ??= clock.monotonic();
    const { journalId, epoch } = journal.state;
    const at = clock.now().toISOString();
    await this.#publish({ type: 'hello', helloId, journalId, epoch, agentVersion: AGENT_VERSION, at });
    this.#failures += 1;
    if (this.#helloWanted) await this.#pause();
  }

  /** Of the hello to say, on disk. */
  async #helloId(): Promise<string> {
    const { journal, clock, random } = this.#parts;
    const present = journal.state.helloId;
    const givenUp = this.#helloSaidAt !== undefined && clock.monotonic() - this.#helloSaidAt >= HELLO_LIFE;
    if (present !== undefined && !givenUp) return present;
    const helloId = ulid(clock.now().getTime(), random);
    await journal.append({ type: 'hello', helloId });
    this.#helloSaidAt = undefined;
    return helloId;
  }

  async #ready(): Promise<void> {
    const { journalId, epoch } = this.#parts.journal.state;
    this.#readyWanted = false;
    if (await this.#publish({ type: 'ready', journalId, epoch })) return;
    this.#readyWanted = true;
    this.#failures += 1;
    await this.#pause();
  }

  #pause(): Promise<void> {
    return this.#wakeUp.wait(backoff(this.#failures, REPEAT));
  }

  async #publish(message: Uplink): Promise<boolean> {
    const { link, log } = this.#parts;
    try {
      await link.publish(JSON.stringify(message));
      return true;
    } catch (error) {
      log('not-published', { type: message.type, reason: String(error) });
      return false;
    }
  }
}
