import { type AnsweredEvent, eventId } from '../../../contract/edge.ts';
import type { CommandRecord } from './command-records.ts';
import { KEEP_MS } from './ended-attempts.ts';

type Taken = Extract<CommandRecord, { type: 'command-taken' }>;
type Known = Exclude<CommandRecord, { type: 'paused' }>;

/** What the cloud asked the box to do, and which modems are paused. Each command is known until nobody can repeat it. */
export class Commands {
  readonly #known = new Map<string, Known>();
  #paused: readonly string[] = [];

  /** The events that follow. */
  apply(record: CommandRecord): AnsweredEvent[] {
    if (record.type === 'paused') {
      this.#paused = record.modems;
      return [];
    }
    this.#known.set(record.commandId, record);
    return record.type === 'command-answered' ? [record.event] : [];
  }

  get paused(): readonly string[] {
    return this.#paused;
  }

  has(commandId: string): boolean {
    return this.#known.has(commandId);
  }

  /** What the cloud has not acknowledged of this one. */
  answerTo(commandId: string): AnsweredEvent | undefined {
    const known = this.#known.get(commandId);
    return known?.type === 'command-answered' ? known.event : undefined;
  }

  unacknowledged(): AnsweredEvent[] {
    return [...this.#known.values()].flatMap((known) => (known.type === 'command-answered' ? [known.event] : []));
  }

  unanswered(): Taken[] {
    return [...this.#known.values()].filter((known) => known.type === 'command-taken');
  }

  /** The answer, which may be long, is needed no more. */
  acknowledge(id: string): void {
    for (const known of this.#known.values()) {
      if (known.type !== 'command-answered' || eventId(known.event) !== id) continue;
      const { commandId, notAfter } = known;
      this.#known.set(commandId, { type: 'command-ended', commandId, notAfter });
    }
  }

  /** Nobody repeats a command so long after its time. */
  forget(now: Date): void {
    for (const { type, commandId, notAfter } of this.#known.values())
      if (type === 'command-ended' && Date.parse(notAfter) + KEEP_MS <= now.getTime()) this.#known.delete(commandId);
  }

  records(): CommandRecord[] {
    return [
      ...this.#known.values(),
      ...(this.#paused.length > 0 ? [{ type: 'paused' as const, modems: [...this.#paused] }] : []),
    ];
  }
}
