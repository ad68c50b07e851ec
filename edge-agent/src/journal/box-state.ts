import { type AttemptEvent, type EdgeEvent, eventId } from '../../../contract/edge.ts';
import { hasEnded } from './attempt-end.ts';
import { afterFact, isDecided, receivedAttempt } from './attempt-state.ts';
import { Commands } from './commands.ts';
import { EndedAttempts } from './ended-attempts.ts';
import { InboundMessages } from './inbound-messages.ts';
import type { AttemptState, JournalRecord } from './records.ts';
import { SentParts } from './sent-parts.ts';
import { Tombstones } from './tombstones.ts';

/** Digits by which a number in a report (national or international) is compared with the one that was sent to. */
export const COMPARED_DIGITS = 8;

export function comparedDigits(number: string): string {
  return number.replaceAll(/\D/g, '').slice(-COMPARED_DIGITS);
}

/** All that the box knows: the sum of the journal's records. Changed by records alone. */
export class BoxState {
  journalId = '';
  epoch = 0;
  /** of a hello whose welcome is not on disk yet */
  helloId: string | undefined;
  nextConcatenationReference = 0;
  forgottenUntil: string | undefined;
  readonly #sent = new SentParts();
  readonly #attempts = new Map<string, AttemptState>();
  readonly #ended = new EndedAttempts();
  readonly #tombstones = new Tombstones();
  readonly #idsByDigits = new Map<string, Set<string>>();
  /** what the cloud asked the box to do */
  readonly commands = new Commands();
  /** from phones */
  readonly inbound = new InboundMessages();
  /** ids of what is still to be sent, oldest first */
  readonly #open = new Set<string>();

  /** Applies a record that is on disk and returns the events that follow from it. */
  apply(record: JournalRecord): EdgeEvent[] {
    switch (record.type) {
      case 'journal': {
        const { type: _, ...identity } = record;
        Object.assign(this, identity);
        return [];
      }
      case 'hello':
        this.helloId = record.helloId;
        return [];
      case 'epoch':
        this.epoch = record.epoch;
        this.helloId = undefined;
        return [];
      case 'received': {
        const attempt = receivedAttempt(record.attempt, record.parts, this.nextConcatenationReference, record.at);
        if (record.parts > 1) this.nextConcatenationReference = (this.nextConcatenationReference + 1) % 256;
        return this.#put(attempt);
      }
      case 'attempt':
        return this.#put(record.attempt);
      case 'ended':
        for (const id of record.attemptIds) this.#ended.keep(id, Date.parse(record.until));
        return [];
      case 'acknowledged':
        for (const id of record.eventIds) {
          this.#acknowledge(id);
          this.inbound.acknowledge(id);
          this.commands.acknowledge(id);
        }
        return [];
      case 'sent':
        this.#sent.restore(record);
        return [];
      case 'inbound-part':
      case 'inbound-given-up':
      case 'inbound':
      case 'inbound-seen':
        return this.inbound.apply(record);
      case 'command-taken':
      case 'command-answered':
      case 'command-ended':
      case 'paused':
        return this.commands.apply(record);
      default: {
        if (record.type === 'submitting' && record.modem !== undefined) this.#sent.add(record.modem, record.at);
        const attempt = this.#attempts.get(record.attemptId);
        if (!attempt && this.#ended.has(record.attemptId)) return []; // it ended while the fact was being written
        if (!attempt && record.type === 'revoked') return this.#tombstones.put(record);
        if (!attempt) throw new Error(`the journal tells of ${record.attemptId}, which it never received`);
        return this.#put(afterFact(attempt, record), attempt.events.length);
      }
    }
  }

  attempt(id: string): AttemptState | undefined {
    return this.#attempts.get(id);
  }
  attempts(): Iterable<AttemptState> {
    return this.#attempts.values();
  }
  /** All that became of an attempt that is known, or was revoked before it came. */
  eventsOf(id: string): AttemptEvent[] | undefined {
    return this.#attempts.get(id)?.events.map(({ event }) => event) ?? this.#tombstones.eventsOf(id);
  }
  /** What the modems were given. */
  get sent(): Pick<SentParts, 'lastMinute' | 'today' | 'minuteHasRoomAt'> {
    return this.#sent;
  }
  /** What the cloud has not acknowledged. */
  unacknowledged(): EdgeEvent[] {
    const ofAttempts = [...this.#attempts.values()].flatMap(({ events }) =>
      events.filter(({ acknowledged }) => !acknowledged).map(({ event }) => event),
    );
    return [
      ...ofAttempts,
      ...this.#tombstones.unacknowledged(),
      ...this.inbound.unacknowledged(),
      ...this.commands.unacknowledged(),
    ];
  }
  /** True of an attempt that was known, and of which only that is known any more. */
  hasEnded(id: string): boolean {
    return this.#ended.has(id);
  }
  /** True while something of it is still to be sent. */
  isOpen(id: string): boolean {
    return this.#open.has(id);
  }
  get openCount(): number {
    return this.#open.size;
  }
  openAttempts(): AttemptState[] {
    return [...this.#open].flatMap((id) => this.#attempts.get(id) ?? []);
  }
  /** Attempts to a number, by the digits that are compared. */
  attemptsTo(number: string): AttemptState[] {
    return [...(this.#idsByDigits.get(comparedDigits(number)) ?? [])].flatMap((id) => this.#attempts.get(id) ?? []);
  }

  /** Keeps of what has ended the id alone, and that no longer than it is needed. */
  forget(now: Date): void {
    this.inbound.forget(now);
    const latest = this.#ended.forget(now);
    this.commands.forget(now);
    for (const attempt of this.#attempts.values()) {
      if (!hasEnded(attempt, now)) continue;
      this.#remove(attempt);
      this.#ended.add(attempt.attemptId, attempt.notAfter);
    }
    for (const { attemptId, notAfter } of this.#tombstones.end(now)) this.#ended.add(attemptId, notAfter);
    if (latest === undefined) return;
    const notAfter = new Date(latest).toISOString();
    if (!this.mayHaveForgotten(notAfter)) this.forgottenUntil = notAfter;
  }

  /** True if an attempt with this `notAfter` may have been known once, so that it can't be said that it wasn't sent. */
  mayHaveForgotten(notAfter: string): boolean {
    return this.forgottenUntil !== undefined && Date.parse(notAfter) <= Date.parse(this.forgottenUntil);
  }

  snapshot(): JournalRecord[] {
    const { journalId, epoch, helloId, nextConcatenationReference, forgottenUntil } = this;
    return [
      { type: 'journal', journalId, epoch, helloId, nextConcatenationReference, forgottenUntil },
      ...this.#ended.records(),
      ...this.#tombstones.records(),
      ...this.#sent.records(),
      ...this.commands.records(),
      ...[...this.#attempts.values()].map((attempt) => ({ type: 'attempt' as const, attempt })),
      ...this.inbound.records(),
    ];
  }

  #put(attempt: AttemptState, eventsBefore = 0): EdgeEvent[] {
    const { attemptId, to } = attempt;
    this.#attempts.set(attemptId, attempt);
    const digits = comparedDigits(to);
    const ids = this.#idsByDigits.get(digits);
    if (ids) ids.add(attemptId);
    else this.#idsByDigits.set(digits, new Set([attemptId]));
    if (isDecided(attempt)) this.#open.delete(attemptId);
    else this.#open.add(attemptId);
    return attempt.events.slice(eventsBefore).map(({ event }) => event);
  }

  #remove({ attemptId, to }: AttemptState): void {
    this.#attempts.delete(attemptId);
    const digits = comparedDigits(to);
    const ids = this.#idsByDigits.get(digits);
    ids?.delete(attemptId);
    if (ids?.size === 0) this.#idsByDigits.delete(digits);
  }

  #acknowledge(id: string): void {
    const attempt = this.#attempts.get(id.slice(0, id.indexOf(':')));
    if (!attempt) {
      this.#tombstones.acknowledge(id);
      return;
    }
    const events = attempt.events.map((sent) => (eventId(sent.event) === id ? { ...sent, acknowledged: true } : sent));
    this.#attempts.set(attempt.attemptId, { ...attempt, events });
  }
}
