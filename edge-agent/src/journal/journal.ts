import { ulid } from 'ulid';
import type { EdgeEvent } from '../../../contract/edge.ts';
import { messageReason } from '../../../contract/message-reasons.ts';
import type { Disk } from '../ports.ts';
import { BoxState } from './box-state.ts';
import { CommitLog, SEGMENT_BYTES } from './commit-log.ts';
import type { InboundMessages } from './inbound-messages.ts';
import { type JournalRecord, journalRecord } from './records.ts';

export interface JournalOptions {
  readonly disk: Disk;
  /** for the journal's id, which sorts by it */
  readonly now: () => Date;
  /** in [0, 1), for the journal's id and the first concatenation reference */
  readonly random: () => number;
  /** Called once when the disk fails: the process has to end. */
  readonly onFailure: (error: Error) => void;
}

const DAY_MS = 24 * 3_600_000;

type EventListener = (events: readonly EdgeEvent[]) => void;
export type ReadonlyState = Omit<BoxState, 'apply' | 'forget' | 'snapshot' | 'inbound'> & {
  readonly inbound: Omit<InboundMessages, 'apply' | 'acknowledge' | 'forget' | 'records'>;
};

/** What the box must not forget. A promise that resolved here outlives a power cut. */
export class Journal {
  readonly #state: BoxState;
  readonly #log: CommitLog<JournalRecord>;
  readonly #newEvents: EventListener[];
  /** epoch ms */
  #compactedAt: number | undefined;

  private constructor(state: BoxState, log: CommitLog<JournalRecord>, listeners: EventListener[]) {
    this.#state = state;
    this.#log = log;
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
    await log.append(...interrupted(state));
    return new Journal(state, log, listeners);
  }

  get state(): ReadonlyState {
    return this.#state;
  }

  /** On disk. */
  get bytes(): number {
    return this.#log.length;
  }

  /** Resolves when all the records are on disk; after a power cut all of them are there, or none. */
  append(...records: JournalRecord[]): Promise<void> {
    return this.#log.append(...records);
  }

  /** Called with the events that follow from records, once those are on disk. */
  onNewEvents(listener: EventListener): void {
    this.#newEvents.push(listener);
  }

  /**
   * Forgets what is old enough, and writes the journal anew without the texts that are no longer needed: a small one each
   * time, a large one once a day, as a part on its way to the modem waits for it. The log sees to it itself when it has doubled.
   */
  async tidy(now: Date): Promise<void> {
    this.#state.forget(now);
    this.#compactedAt ??= now.getTime();
    if (this.#log.length > SEGMENT_BYTES && now.getTime() - this.#compactedAt < DAY_MS) return;
    this.#compactedAt = now.getTime();
    await this.#log.compact();
  }
}

/** What the agent was in the middle of when it ended. */
function interrupted(state: BoxState): JournalRecord[] {
  const commands = state.commands.unanswered().map(({ commandId, notAfter, at }) => ({
    type: 'command-answered' as const,
    ...{ commandId, notAfter },
    event: {
      ...{ type: 'answered' as const, commandId, at, outcome: 'failed' as const },
      text: 'the agent ended in the middle of it; whether it was done is not known',
    },
  }));
  return [...unconfirmed(state), ...commands];
}

/** What became of a part is in doubt from when it was given to the modem; what time it is now nobody has told yet. */
function unconfirmed(state: BoxState): JournalRecord[] {
  return state.openAttempts().flatMap(({ attemptId, parts }) =>
    parts.flatMap((part, index) =>
      part.state === 'submitting' && part.submittingAt
        ? {
            type: 'unconfirmed' as const,
            attemptId,
            part: index + 1,
            at: part.submittingAt,
            reason: messageReason('agentEnded'),
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
