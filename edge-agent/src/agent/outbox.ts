import { type EdgeEvent, eventId, subjectOf } from '../../../contract/edge.ts';
import type { Journal } from '../journal/journal.ts';
import type { Link } from '../ports.ts';
import { backoff } from './backoff.ts';
import type { Clock, Log } from './environment.ts';
import { WakeUp } from './wake-up.ts';

/** The contract's limit of events in one message. */
const BATCH = 100;
/** Events in one message, in bytes, unless one alone is longer: an IoT message has 128 kB. */
const BATCH_BYTES = 100_000;
const REPEAT = { first: 5_000, longest: 300_000 };

interface Pending {
  readonly event: EdgeEvent;
  tries: number;
  /** by the monotonic clock */
  dueAt: number;
}

/** Tells the cloud each event, again and again, until it acknowledges it. */
export class Outbox {
  readonly #journal: Journal;
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #mayTell: () => boolean;
  readonly #wakeUp: WakeUp;
  readonly #pending = new Map<string, Pending>();
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
    for (const event of events) this.#pending.set(eventId(event), { event, tries: 0, dueAt: this.#clock.monotonic() });
    this.#wakeUp.call();
  }

  /** Sends all that is not acknowledged now: a new connection, or the cloud's welcome. */
  tellAll(): void {
    this.tell([...this.#pending.values()].map(({ event }) => event));
  }

  async acknowledged(eventIds: readonly string[]): Promise<void> {
    await this.#journal.append({ type: 'acknowledged', eventIds: [...eventIds] });
    for (const id of eventIds) this.#pending.delete(id);
    this.#wakeUp.call();
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      const { due, waitMs } = this.#mayTell() ? this.#look() : { due: [], waitMs: undefined };
      if (due.length > 0) await this.#send(batchOf(due));
      else await this.#wakeUp.wait(waitMs);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#wakeUp.call();
  }

  /**
   * What is to be sent now, and else how long to wait. Nothing overtakes an earlier event of its subject: the cloud would hear
   * of the delivery before the sending.
   */
  #look(): { due: Pending[]; waitMs: number | undefined } {
    const now = this.#clock.monotonic();
    const waitingFor = new Map<string, number>();
    const due: Pending[] = [];
    for (const pending of this.#pending.values()) {
      const subject = subjectOf(pending.event);
      if (waitingFor.has(subject)) continue;
      if (pending.dueAt > now) waitingFor.set(subject, pending.dueAt);
      else due.push(pending);
    }
    return { due, waitMs: waitingFor.size > 0 ? Math.min(...waitingFor.values()) - now : undefined };
  }

  async #send(due: readonly Pending[]): Promise<void> {
    for (const pending of due) {
      pending.tries += 1;
      pending.dueAt = this.#clock.monotonic() + backoff(pending.tries, REPEAT);
    }
    const { journalId, epoch } = this.#journal.state;
    try {
      await this.#link.publish(
        JSON.stringify({ type: 'events', journalId, epoch, events: due.map(({ event }) => event) }),
      );
    } catch (error) {
      this.#log('events-not-published', { events: due.length, reason: String(error) });
    }
  }
}

/** The first of them that one message holds. */
function batchOf(due: readonly Pending[]): Pending[] {
  let bytes = 0;
  const end = due.findIndex(({ event }) => {
    bytes += Buffer.byteLength(JSON.stringify(event));
    return bytes > BATCH_BYTES;
  });
  return due.slice(0, Math.min(BATCH, end < 0 ? BATCH : Math.max(end, 1)));
}
