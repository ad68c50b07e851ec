import { ulid } from 'ulid';
import type { EdgeEvent } from '../../../contract/edge.ts';
import type { Disk } from '../ports.ts';
import { BoxState } from './box-state.ts';
import { CommitLog } from './commit-log.ts';
import { type JournalRecord, journalRecord } from './records.ts';

export interface JournalOptions {
  readonly disk: Disk;
  readonly now: () => Date;
  /** in [0, 1), for the journal's id and the first concatenation reference */
  readonly random: () => number;
  /** Called once when the disk fails: the process has to end. */
  readonly onFailure: (error: Error) => void;
}

type EventListener = (events: readonly EdgeEvent[]) => void;
export type ReadonlyState = Omit<BoxState, 'apply' | 'forget' | 'snapshot'>;

/** What the box must not forget. A promise that resolved here outlives a power cut. */
export class Journal {
  readonly #state: BoxState;
  readonly #log: CommitLog<JournalRecord>;
  readonly #now: () => Date;
  readonly #newEvents: EventListener[];

  private constructor(
    state: BoxState,
    log: CommitLog<JournalRecord>,
    options: JournalOptions,
    listeners: EventListener[],
  ) {
    this.#state = state;
    this.#log = log;
    this.#now = options.now;
    this.#newEvents = listeners;
  }

  /**
   * Opens the journal of a disk, or makes one. A part that was being given to the modem when the agent ended has become
   * unconfirmed. Rejects, and leaves the disk as it is, when the journal is damaged.
   */
  static async open(options: JournalOptions): Promise<Journal> {
    const { disk, now, random, onFailure } = options;
    const state = new BoxState();
    const listeners: EventListener[] = [];
    const log = await CommitLog.open<JournalRecord>({
      disk,
      parse,
      initial: () => [
        {
          type: 'journal',
          journalId: `jnl_${ulid(now().getTime(), random)}`,
          epoch: 0,
          nextConcatenationReference: Math.floor(random() * 256),
        },
      ],
      apply: (record) => {
        const events = state.apply(record);
        if (events.length > 0) for (const listener of listeners) listener(events);
      },
      snapshot: () => state.snapshot(),
      onFailure,
    });
    await log.append(...interrupted(state, now().toISOString()));
    return new Journal(state, log, options, listeners);
  }

  get state(): ReadonlyState {
    return this.#state;
  }

  /** Resolves when all the records are on disk; after a power cut all of them are there, or none. */
  append(...records: JournalRecord[]): Promise<void> {
    return this.#log.append(...records);
  }

  /** Called with the events that follow from records, once those are on disk. */
  onNewEvents(listener: EventListener): void {
    this.#newEvents.push(listener);
  }

  /** Forgets what is old enough, and writes the journal anew without the texts that are no longer needed. */
  async compact(): Promise<void> {
    this.#state.forget(this.#now());
    await this.#log.compact();
  }
}

function interrupted(state: BoxState, at: string): JournalRecord[] {
  return state.openAttempts().flatMap(({ attemptId, parts }) =>
    parts.flatMap((part, index) =>
      part.state === 'submitting'
        ? {
            type: 'unconfirmed' as const,
            attemptId,
            part: index + 1,
            at,
            reason: 'the agent ended before the modem answered',
          }
        : [],
    ),
  );
}

function parse(record: unknown): JournalRecord {
  const result = journalRecord.safeParse(record);
  if (result.success) return result.data;
  throw new Error(
    'The journal holds a record that this version of the agent does not know. Install the version that wrote it, or a newer one.',
    { cause: result.error },
  );
}
