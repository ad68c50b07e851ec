import { type AttemptEvent, eventId } from '../../../contract/edge.ts';
import { AFTERMATH_MS } from './attempt-end.ts';
import type { JournalRecord, RevokedRecord } from './records.ts';

interface Tombstone {
  readonly record: RevokedRecord;
  readonly event: AttemptEvent;
  acknowledged: boolean;
}

/** Revokes of attempts that have not come, and may still: the broker delivers in any order. Such an attempt is never sent. */
export class Tombstones {
  readonly #tombstones = new Map<string, Tombstone>();

  /** The events that follow. */
  put(record: RevokedRecord): AttemptEvent[] {
    const { attemptId, at } = record;
    const event = { type: 'revoked', attemptId, at } as const;
    this.#tombstones.set(attemptId, { record, event, acknowledged: false });
    return [event];
  }

  eventsOf(attemptId: string): AttemptEvent[] | undefined {
    const tombstone = this.#tombstones.get(attemptId);
    return tombstone && [tombstone.event];
  }

  unacknowledged(): AttemptEvent[] {
    return [...this.#tombstones.values()].flatMap(({ acknowledged, event }) => (acknowledged ? [] : [event]));
  }

  acknowledge(id: string): void {
    const tombstone = this.#tombstones.get(id.slice(0, id.indexOf(':')));
    if (tombstone && eventId(tombstone.event) === id) tombstone.acknowledged = true;
  }

  /** Gives up those of which the id alone needs to be kept from now on. */
  end(now: Date): RevokedRecord[] {
    const ended = [...this.#tombstones.values()]
      .filter(({ acknowledged, record: { at } }) => acknowledged && Date.parse(at) + AFTERMATH_MS <= now.getTime())
      .map(({ record }) => record);
    for (const { attemptId } of ended) this.#tombstones.delete(attemptId);
    return ended;
  }

  records(): JournalRecord[] {
    const all = [...this.#tombstones.values()];
    const eventIds = all.filter(({ acknowledged }) => acknowledged).map(({ event }) => eventId(event));
    return [
      ...all.map(({ record }) => record),
      ...(eventIds.length > 0 ? [{ type: 'acknowledged' as const, eventIds }] : []),
    ];
  }
}
