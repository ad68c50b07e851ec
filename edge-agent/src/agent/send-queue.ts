import type { ReadonlyState } from '../journal/journal.ts';
import type { AttemptState } from '../journal/records.ts';
import { backoff } from './backoff.ts';
import type { Clock } from './environment.ts';
import { Heap } from './heap.ts';

const REPEAT = { first: 2_000, longest: 300_000 };

interface Entry {
  readonly attemptId: string;
  /** the place in the order in which they were released */
  readonly order: number;
  /** how many times in a row a part of it was not sent */
  failures: number;
  /** by the monotonic clock */
  dueAt: number;
}

/**
 * The attempts that wait for a modem, the oldest first. One that is taken is in no modem's reach until it is given back.
 * What was decided meanwhile leaves by itself.
 */
export class SendQueue {
  readonly #state: ReadonlyState;
  readonly #clock: Clock;
  /** of all that wait, and of those that are taken */
  readonly #entries = new Map<string, Entry>();
  /** by the modem that is to send them; undefined: any */
  readonly #due = new Map<string | undefined, Heap<Entry>>();
  readonly #later = new Heap<Entry>(({ dueAt }) => dueAt);
  #added = 0;

  constructor(state: ReadonlyState, clock: Clock) {
    this.#state = state;
    this.#clock = clock;
  }

  /** Without effect on one that is here already. */
  add(attemptId: string): void {
    if (this.#entries.has(attemptId)) return;
    this.#added += 1;
    const entry = { attemptId, order: this.#added, failures: 0, dueAt: 0 };
    this.#entries.set(attemptId, entry);
    this.#queue(entry);
  }

  /** The one that this modem may send next, if there is any now. */
  first(modem: string): AttemptState | undefined {
    const first = this.#firstFor(modem);
    return first && this.#state.attempt(first.entry.attemptId);
  }

  /** The oldest of those that this modem may send and that fit; looks at all of them. */
  firstThat(modem: string, fits: (attempt: AttemptState) => boolean): AttemptState | undefined {
    let oldest: { readonly order: number; readonly attempt: AttemptState } | undefined;
    for (const { attemptId, order } of [modem, undefined].flatMap((of) => this.#due.get(of)?.items() ?? [])) {
      const attempt = this.#state.isOpen(attemptId) ? this.#state.attempt(attemptId) : undefined;
      if (attempt && order < (oldest?.order ?? Number.POSITIVE_INFINITY) && fits(attempt)) oldest = { order, attempt };
    }
    return oldest?.attempt;
  }

  /** @param attempt one that this modem may send; the first unless told otherwise */
  take(modem: string, attempt = this.first(modem)): AttemptState | undefined {
    const entry = attempt && this.#entries.get(attempt.attemptId);
    if (!entry) return undefined;
    const heap = [modem, undefined].map((of) => this.#due.get(of)).find((one) => one?.items().includes(entry));
    heap?.remove(entry);
    return heap && attempt;
  }

  /** @param notSent a part was not sent: it waits, and others go first */
  giveBack(attemptId: string, notSent: boolean): void {
    const entry = this.#entries.get(attemptId);
    if (!entry) throw new Error(`${attemptId} was not taken`);
    entry.failures = notSent ? entry.failures + 1 : 0;
    if (notSent) {
      entry.dueAt = this.#clock.monotonic() + backoff(entry.failures, REPEAT);
      this.#later.add(entry);
    } else this.#queue(entry);
  }

  /** Milliseconds until one that was not sent is to be tried again. */
  untilNext(): number | undefined {
    const next = this.#later.first();
    return next && next.dueAt - this.#clock.monotonic();
  }

  #firstFor(modem: string): { entry: Entry; heap: Heap<Entry> } | undefined {
    this.#queueWhatIsDue();
    const [own, any] = [this.#firstOf(modem), this.#firstOf(undefined)];
    return own && any ? (own.entry.order < any.entry.order ? own : any) : (own ?? any);
  }

  #firstOf(modem: string | undefined): { entry: Entry; heap: Heap<Entry> } | undefined {
    const heap = this.#due.get(modem);
    for (let entry = heap?.first(); heap && entry; entry = heap.first()) {
      if (this.#state.isOpen(entry.attemptId)) return { entry, heap };
      this.#entries.delete(entry.attemptId);
      heap.take();
    }
    return undefined;
  }

  #queueWhatIsDue(): void {
    const now = this.#clock.monotonic();
    for (let entry = this.#later.first(); entry && entry.dueAt <= now; entry = this.#later.first()) {
      this.#later.take();
      this.#queue(entry);
    }
  }

  #queue(entry: Entry): void {
    const attempt = this.#state.attempt(entry.attemptId);
    if (!attempt || !this.#state.isOpen(entry.attemptId)) {
      this.#entries.delete(entry.attemptId);
      return;
    }
    const modem = senderOf(attempt);
    let heap = this.#due.get(modem);
    if (!heap) {
      heap = new Heap(({ order }) => order);
      this.#due.set(modem, heap);
    }
    heap.add(entry);
  }
}

/** The modem that is to send it: the one that has sent of it already, as a phone joins the parts of one sender alone; or the chosen one. */
function senderOf({ parts, modem }: AttemptState): string | undefined {
  return parts.find((part) => part.modem !== undefined)?.modem ?? modem;
}
