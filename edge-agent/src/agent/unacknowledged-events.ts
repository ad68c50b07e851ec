import { type EdgeEvent, eventId, subjectOf } from '../../../contract/edge.ts';
import { backoff } from './backoff.ts';

/** The contract's limit of events in one message. */
const BATCH = 100;
/** Events in one message, in bytes, unless one alone is longer, as a text of 255 parts may be: an IoT message has 128 kB. */
const BATCH_BYTES = 100_000;
const REPEAT = { first: 5_000, longest: 300_000 };

interface Pending {
  readonly event: EdgeEvent;
  tries: number;
  /** by the monotonic clock */
  dueAt: number;
}

/** The events that the cloud has not acknowledged, and when each is to be told. Times are of the monotonic clock. */
export class UnacknowledgedEvents {
  readonly #pending = new Map<string, Pending>();
  /** how many events of each subject */
  readonly #ofSubject = new Map<string, number>();
  /** when all of them have to be looked at; until then only `#fresh` are due */
  #lookAt = Number.POSITIVE_INFINITY;
  /** never told, and the first of their subject: ten thousand others need not be looked at to know that they are due */
  #fresh: Pending[] = [];

  /** Makes these due, in their place if they are known. */
  add(events: readonly EdgeEvent[], now: number): void {
    for (const event of events) {
      const [id, subject] = [eventId(event), subjectOf(event)];
      const pending = { event, tries: 0, dueAt: now };
      const others = this.#ofSubject.get(subject) ?? 0;
      if (others === 0) this.#fresh.push(pending);
      else this.#lookAt = now;
      if (!this.#pending.has(id)) this.#ofSubject.set(subject, others + 1);
      this.#pending.set(id, pending);
    }
  }

  addAllAgain(now: number): void {
    for (const pending of this.#pending.values()) Object.assign(pending, { tries: 0, dueAt: now });
    this.#lookAt = now;
  }

  acknowledge(id: string, now: number): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    const subject = subjectOf(pending.event);
    const others = (this.#ofSubject.get(subject) ?? 1) - 1;
    if (others === 0) this.#ofSubject.delete(subject);
    else {
      this.#ofSubject.set(subject, others);
      this.#lookAt = now; // the next of its subject may have waited for it
    }
  }

  /** What is to be told now, for one message; it counts as told, and is due again later. */
  take(now: number): EdgeEvent[] {
    const batch = now < this.#lookAt ? this.#takeFresh() : this.#look(now);
    for (const pending of batch) {
      pending.tries += 1;
      pending.dueAt = now + backoff(pending.tries, REPEAT);
      this.#lookAt = Math.min(this.#lookAt, pending.dueAt);
    }
    return batch.map(({ event }) => event);
  }

  /** Milliseconds until something is due, once there is nothing to take; undefined for never. */
  waitMs(now: number): number | undefined {
    return this.#lookAt === Number.POSITIVE_INFINITY ? undefined : this.#lookAt - now;
  }

  #takeFresh(): Pending[] {
    const batch = inOneMessage(this.#fresh);
    this.#fresh = this.#fresh.slice(batch.length);
    return batch.filter((pending) => this.#pending.get(eventId(pending.event)) === pending);
  }

  /** Nothing overtakes an earlier event of its subject: the cloud would hear of the delivery before the sending. */
  #look(now: number): Pending[] {
    const waiting = new Set<string>();
    const due: Pending[] = [];
    this.#fresh = [];
    this.#lookAt = Number.POSITIVE_INFINITY;
    for (const pending of this.#pending.values()) {
      const subject = subjectOf(pending.event);
      if (waiting.has(subject)) continue;
      if (pending.dueAt <= now) {
        due.push(pending);
        continue;
      }
      waiting.add(subject);
      this.#lookAt = Math.min(this.#lookAt, pending.dueAt);
    }
    const batch = inOneMessage(due);
    if (batch.length < due.length) this.#lookAt = now;
    return batch;
  }
}

function inOneMessage(due: readonly Pending[]): Pending[] {
  let bytes = 0;
  const tooMany = due.slice(0, BATCH).findIndex(({ event }, index) => {
    bytes += Buffer.byteLength(JSON.stringify(event));
    return index > 0 && bytes > BATCH_BYTES;
  });
  return due.slice(0, tooMany < 0 ? BATCH : tooMany);
}
