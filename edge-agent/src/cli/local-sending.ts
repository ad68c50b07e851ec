import { ulid } from 'ulid';
import { eventId } from '../../../contract/edge.ts';
import { smsText } from '../../../contract/sms-text.ts';
import { CloudTime } from '../agent/cloud-time.ts';
import type { Clock, Log, Random } from '../agent/environment.ts';
import { createReportDesk } from '../agent/report-desk.ts';
import { Sender } from '../agent/sender.ts';
import { isDecided } from '../journal/attempt-state.ts';
import type { Journal } from '../journal/journal.ts';
import type { AttemptState, JournalRecord } from '../journal/records.ts';
import type { NamedModem } from '../ports.ts';
import type { MessageToSend } from './arguments.ts';
import { isDecision, type SendResult, sendResult } from './send-result.ts';

/** A message sent by hand is of no use later. */
const LIFE_MS = 3_600_000;
/** Records of one commit, so that a frame of the journal stays small. */
const BATCH = 500;

export interface LocalSendingParts {
  readonly journal: Journal;
  readonly modem: NamedModem;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** called with each message as it is decided, and with those decided by an earlier run that nobody was told of for sure */
  readonly onResult: (result: SendResult) => void;
}

/**
 * The agent's own sender on a journal without a cloud: the box's clock stands in for the cloud's time, a person for what the
 * cloud decides. Throws for the journal of a service: what is in there is the cloud's.
 */
export class LocalSending {
  readonly #parts: LocalSendingParts;
  readonly #sender: Sender;
  readonly #running: Promise<void>;
  readonly #told = new Set<string>();
  #onDecided: () => void = () => {};

  constructor(parts: LocalSendingParts) {
    const { journal, modem, clock, log } = parts;
    const { epoch, helloId } = journal.state;
    if (epoch > 0 || helloId !== undefined)
      throw new Error(
        'This is the journal of the service, whose messages are the cloud’s: give --journal a folder of its own.',
      );
    this.#parts = parts;
    const time = new CloudTime(clock);
    time.set(clock.now().toISOString(), clock.monotonic());
    this.#sender = new Sender({ journal, modems: [modem], clock, time, log, maySend: () => true });
    const takeReport = createReportDesk({ journal, sender: this.#sender, time, log });
    modem.driver.onReport((report) => takeReport(modem.name, report));
    journal.onNewEvents((events) => this.#tell(events.filter(isDecision).map(({ attemptId }) => attemptId)));
    this.#running = this.#sender.run();
  }

  /** Tells what became of messages whose run ended before it could acknowledge that it told. */
  tellEarlier(): void {
    const untold = [...this.#parts.journal.state.attempts()].filter(isUntold);
    this.#tell(untold.map(({ attemptId }) => attemptId));
  }

  /** Resolves once everything that an earlier run left in the journal has its end. Rejects when the disk fails. */
  async endEarlier(): Promise<void> {
    this.#sender.release(this.#parts.journal.state.openAttempts().map(({ attemptId }) => attemptId));
    await this.#allDecided();
  }

  /** Puts the messages on disk, then sends them. Resolves once each has its end. */
  async send({ to, text, count }: MessageToSend): Promise<void> {
    const { journal, clock, random } = this.#parts;
    const now = clock.now();
    const at = now.toISOString();
    const notAfter = new Date(now.getTime() + LIFE_MS).toISOString();
    const attemptIds = Array.from({ length: count }, () => `msg_${ulid(now.getTime(), random)}.1`);
    const records = attemptIds.map((attemptId, index): JournalRecord => {
      const numbered = text.replaceAll('{n}', String(index + 1));
      const attempt = { attemptId, to, text: numbered, notAfter };
      return { type: 'received', attempt, parts: smsText(numbered).parts.length, at };
    });
    for (let from = 0; from < count; from += BATCH) await journal.append(...records.slice(from, from + BATCH));
    this.#sender.release(attemptIds);
    await this.#allDecided();
  }

  /** Ends after the part that the modem has now. What was told is acknowledged, and its text leaves the disk. */
  async stop(): Promise<void> {
    const { journal, clock } = this.#parts;
    this.#sender.stop();
    await this.#running;
    const events = [...journal.state.attempts()].filter(isDecided).flatMap((attempt) => attempt.events);
    const told = events.filter(({ acknowledged }) => !acknowledged).map(({ event }) => eventId(event));
    if (told.length > 0) await journal.append({ type: 'acknowledged', eventIds: told });
    await journal.tidy(clock.now());
  }

  /** Messages that are neither sent nor given up. */
  get open(): number {
    return this.#parts.journal.state.openCount;
  }

  async #allDecided(): Promise<void> {
    const decided = new Promise<void>((resolve) => {
      this.#onDecided = () => {
        if (this.open === 0) resolve();
      };
      this.#onDecided();
    });
    await Promise.race([decided, this.#running]);
  }

  #tell(attemptIds: readonly string[]): void {
    for (const id of attemptIds) {
      const attempt = this.#parts.journal.state.attempt(id);
      const result = attempt && sendResult(attempt);
      if (!result || this.#told.has(id)) continue;
      this.#told.add(id);
      this.#parts.onResult(result);
    }
    this.#onDecided();
  }
}

/** Decided, and the decision not acknowledged; a delivery report that came later is nothing to tell. */
function isUntold(attempt: AttemptState): boolean {
  return isDecided(attempt) && attempt.events.some(({ event, acknowledged }) => !acknowledged && isDecision(event));
}
