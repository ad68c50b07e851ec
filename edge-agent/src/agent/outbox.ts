import type { EdgeEvent } from '../../../contract/edge.ts';
import type { Journal } from '../journal/journal.ts';
import type { Link } from '../ports.ts';
import type { Clock, Log } from './environment.ts';
import { UnacknowledgedEvents } from './unacknowledged-events.ts';
import { WakeUp } from './wake-up.ts';

/** Tells the cloud each event, again and again, until it acknowledges it. */
export class Outbox {
  readonly #journal: Journal;
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #mayTell: () => boolean;
  readonly #wakeUp: WakeUp;
  readonly #events = new UnacknowledgedEvents();
  #stopped = false;

  constructor(parts: { journal: Journal; link: Link; clock: Clock; log: Log; mayTell: () => boolean }) {
    this.#journal = parts.journal;
    this.#link = parts.link;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#mayTell = parts.mayTell;
    this.#wakeUp = new WakeUp(parts.clock);
    this.tell(this.#journal.state.unacknowledged());
    this.#journal.onNewEvents((events) => this.tell(events));
  }

  /** Sends these now, whether or not they were acknowledged before. */
  tell(events: readonly EdgeEvent[]): void {
    this.#events.add(events, this.#clock.monotonic());
    this.#wakeUp.call();
  }

  /** Sends all that is not acknowledged now: a new connection, or the cloud's welcome. */
  tellAll(): void {
    this.#events.addAllAgain(this.#clock.monotonic());
    this.#wakeUp.call();
  }

  async acknowledged(eventIds: readonly string[]): Promise<void> {
    await this.#journal.append({ type: 'acknowledged', eventIds: [...eventIds] });
    for (const id of eventIds) this.#events.acknowledge(id, this.#clock.monotonic());
    this.#wakeUp.call();
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      const events = this.#mayTell() ? this.#events.take(this.#clock.monotonic()) : [];
      if (events.length > 0) await this.#send(events);
      else await this.#wakeUp.wait(this.#mayTell() ? this.#events.waitMs(this.#clock.monotonic()) : undefined);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#wakeUp.call();
  }

  async #send(events: readonly EdgeEvent[]): Promise<void> {
    const { journalId, epoch } = this.#journal.state;
    try {
      await this.#link.publish(JSON.stringify({ type: 'events', journalId, epoch, events }));
    } catch (error) {
      this.#log('events-not-published', { events: events.length, reason: String(error) });
    }
  }
}
